package parley.dialogue.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The customer interrupts or hangs up while an answer is made.
class AnswerCancelledTest {

  private final AnsweringHarness harness = new AnsweringHarness();
  private final CountDownLatch closed = new CountDownLatch(1);

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void inTheMiddleOfTheStream() throws InterruptedException {
    harness.server.then(e -> {
      e.open().says("At ten. ", "And");
      e.waitForHangUp();
      closed.countDown();
    });
    Generation generation = harness.ask();
    harness.heard.sentence();

    assertLeavesNothing(generation);
  }

  @Test
  void beforeTheServerAnswers() throws InterruptedException {
    harness.server.then(e -> {
      e.waitForHangUp();
      closed.countDown();
    });
    Generation generation = harness.ask();
    harness.server.request();

    assertLeavesNothing(generation);
  }

  @Test
  void afterTheEndItChangesNothing() throws InterruptedException {
    harness.server.then(e -> e.open().says("At ten.").done());
    Generation generation = harness.ask();
    Answer answer = harness.heard.answer();
    generation.cancel();
    generation.cancel();

    assertTrue(answer instanceof Answer.Answered);
    assertTrue(generation.gone(Duration.ofSeconds(10)));
    assertTrue(harness.heard.nothingMore());
  }

  @Test
  void aServerThatNeverEndsItsStreamIsLeft() throws InterruptedException {
    harness.server.then(e -> {
      e.open().says("At ten.").event(parley.dialogue.llm.chat.Chunks.finish("stop"));
      e.event("[DONE]");
      e.waitForHangUp();
      closed.countDown();
    });
    Generation generation = harness.ask();
    harness.heard.answer();
    harness.deadlines.pass(AnsweringHarness.STALL);

    assertTrue(closed.await(10, TimeUnit.SECONDS), "a connection is left");
    assertTrue(generation.gone(Duration.ofSeconds(10)));
  }

  @Test
  void cancelledAnswersDoNotOpenTheBreaker() throws InterruptedException {
    for (int i = 0; i < 12; i++) {
      harness.server.then(e -> e.waitForHangUp());
      Generation generation = harness.ask();
      harness.server.request();
      generation.cancel();
      assertTrue(generation.gone(Duration.ofSeconds(10)));
    }
    harness.server.then(e -> e.open().says("At ten.").done());

    assertTrue(harness.answer() instanceof Answer.Answered);
  }

  private void assertLeavesNothing(Generation generation) throws InterruptedException {
    generation.cancel();

    assertTrue(generation.gone(Duration.ofSeconds(10)), "a thread is left");
    assertTrue(closed.await(10, TimeUnit.SECONDS), "a connection is left");
    assertEquals(0, harness.deadlines.pending(), "a deadline is left");
    assertTrue(harness.heard.nothingMore(), "something was heard after the end");
  }
}
