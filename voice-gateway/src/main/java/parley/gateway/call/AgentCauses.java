package parley.gateway.call;

import parley.transfer.handover.AttemptResult;

/// Why an agent's phone was not answered, by the Q.850 cause of its end. Pure.
final class AgentCauses {

  /// By which phones refuse: user busy, call rejected.
  private static final int BUSY = 17;

  private static final int REJECTED = 21;
  private static final int NO_ANSWER = 19;

  private AgentCauses() {}

  static AttemptResult refusal(int cause) {
    return switch (cause) {
      case BUSY, REJECTED -> AttemptResult.DECLINED;
      case NO_ANSWER -> AttemptResult.TIMED_OUT;
      default -> AttemptResult.UNREACHABLE;
    };
  }
}
