package parley.gateway.media;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Asterisk's queue is never filled, counted on virtual time.
class PlayBudgetTest {
  private long nanos = 5_000_000_000L;
  private final PlayBudget budget = new PlayBudget(8_000, () -> nanos);

  private void pass(long seconds) {
    nanos += TimeUnit.SECONDS.toNanos(seconds);
  }

  private void take(int seconds) {
    budget.take(seconds * 8_000);
  }

  private void refuses(int seconds) {
    assertThrows(IllegalStateException.class, () -> take(seconds));
  }

  @Test
  void eighteenSecondsMayWait() {
    take(18);
    refuses(1);
  }

  @Test
  void whatWasPlayedMakesRoom() {
    take(18);
    pass(5);
    take(5);
    refuses(1);
  }

  @Test
  void silenceMakesNoMoreRoomThanThereIs() {
    pass(100);
    take(18);
    refuses(1);
  }

  @Test
  void nothingIsPlayedWhileItIsHeld() {
    take(18);
    budget.pause();
    pass(10);
    refuses(1);
    budget.resume();
    refuses(1);
    pass(1);
    take(1);
  }

  @Test
  void throwingAwayMakesRoom() {
    take(18);
    budget.pause();
    budget.clear();
    take(18);
  }
}
