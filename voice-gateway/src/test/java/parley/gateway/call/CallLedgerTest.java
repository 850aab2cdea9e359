package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Everything is released once, the latest first, whatever fails.
class CallLedgerTest {
  private final CallLedger ledger = new CallLedger();
  private final List<String> released = new ArrayList<>();

  private void hold(String name) {
    ledger.hold(name, () -> released.add(name));
  }

  @Test
  void theLatestGoesFirstAndEachOnce() {
    hold("bridge");
    hold("media");
    hold("agent");
    ledger.releaseAll();
    ledger.releaseAll();
    assertEquals(List.of("agent", "media", "bridge"), released);
  }

  @Test
  void whatWasReleasedBeforeIsNotReleasedAgain() {
    hold("bridge");
    hold("media");
    ledger.release("media");
    ledger.release("media");
    ledger.releaseAll();
    assertEquals(List.of("media", "bridge"), released);
  }

  @Test
  void whatWentByItselfIsForgotten() {
    hold("agent");
    assertTrue(ledger.holds("agent"));
    ledger.gone("agent");
    assertFalse(ledger.holds("agent"));
    ledger.releaseAll();
    assertEquals(List.of(), released);
  }

  @Test
  void whatComesAfterTheEndIsReleasedAtOnce() {
    ledger.releaseAll();
    hold("late");
    assertEquals(List.of("late"), released);
  }

  @Test
  void oneThatFailsDoesNotKeepTheOthers() {
    hold("bridge");
    ledger.hold(
        "media",
        () -> {
          throw new IllegalStateException("no answer");
        });
    hold("agent");
    ledger.releaseAll();
    assertEquals(List.of("agent", "bridge"), released);
  }
}
