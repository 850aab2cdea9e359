package parley.gateway.outbound;

import java.util.UUID;
import parley.callback.dial.Dialler;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;

/// The real dialler where nobody waits for an agent. Thread: any.
record WordlessDialler(AsteriskDialler dialler) implements Dialler {

  @Override
  public AttemptOutcome dial(Attempt attempt) {
    return dialler.dial(attempt);
  }

  @Override
  public void settled(UUID attempt) {
    dialler.settled(attempt);
  }

  @Override
  public int room(String queue) {
    return Integer.MAX_VALUE;
  }
}
