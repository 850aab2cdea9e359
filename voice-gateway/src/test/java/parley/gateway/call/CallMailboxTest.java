package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What is most urgent comes first, and nothing grows without end.
class CallMailboxTest {
  private final CallMailbox mailbox = new CallMailbox();

  private CallEvent take() throws InterruptedException {
    CallEvent event = mailbox.take(Duration.ZERO);
    if (event == null) {
      throw new AssertionError("The mailbox is empty");
    }
    return event;
  }

  private static CallEvent.Audio audio() {
    return new CallEvent.Audio(new short[160]);
  }

  @Test
  void theEndOvertakesNewsAndNewsOvertakesAudio() throws InterruptedException {
    mailbox.put(audio());
    mailbox.put(new CallEvent.MarkReached("1:400"));
    mailbox.put(new CallEvent.MarkReached("1:800"));
    mailbox.put(new CallEvent.CallerGone(16, ""));
    assertInstanceOf(CallEvent.CallerGone.class, take());
    assertEquals(new CallEvent.MarkReached("1:400"), take());
    assertEquals(new CallEvent.MarkReached("1:800"), take());
    assertInstanceOf(CallEvent.Audio.class, take());
    assertNull(mailbox.take(Duration.ZERO));
  }

  @Test
  void theOldestAudioIsDroppedAndCounted() throws InterruptedException {
    CallEvent.Audio first = audio();
    CallEvent.Audio second = audio();
    mailbox.put(first);
    mailbox.put(second);
    for (int i = 1; i < CallMailbox.MOST_AUDIO; i++) {
      mailbox.put(audio());
    }
    assertEquals(1, mailbox.droppedAudio());
    assertSame(second, take());
  }

  @Test
  void newsIsNeverDroppedButRefusedInTheEnd() {
    for (int i = 0; i < CallMailbox.MOST_NEWS; i++) {
      mailbox.put(new CallEvent.MarkReached("1:1"));
    }
    assertThrows(IllegalStateException.class, () -> mailbox.put(new CallEvent.MarkReached("1:1")));
    mailbox.put(new CallEvent.CallerGone(16, ""));
    assertInstanceOf(CallEvent.CallerGone.class, mailbox.takeEnding(Duration.ZERO));
  }

  @Test
  void whoWaitsIsWoken() throws InterruptedException {
    Thread putter = Thread.ofVirtual().start(() -> mailbox.put(new CallEvent.ParleyStops()));
    assertInstanceOf(CallEvent.ParleyStops.class, mailbox.take(Duration.ofSeconds(10)));
    putter.join();
  }

  @Test
  void theEndCanBeWaitedForAlone() {
    mailbox.put(audio());
    mailbox.put(new CallEvent.MarkReached("1:1"));
    assertNull(mailbox.takeEnding(Duration.ofMillis(5)));
  }
}
