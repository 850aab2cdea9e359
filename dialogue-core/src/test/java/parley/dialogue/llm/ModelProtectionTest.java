package parley.dialogue.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.dialogue.llm.chat.FailureReason;
import parley.dialogue.llm.chat.ModelServer;

/// Retries, rate limit and circuit breaker.
class ModelProtectionTest {

  private static final ModelServer.Reply FINE = e -> e.open().says("At ten.").done();

  @Test
  void aRequestThatFailsBeforeItsFirstTokenIsSentAgain() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness(2, 60, DraftCheck.none())) {
      harness.server.then(e -> e.refuse(503, "")).then(e -> e.open().hangUp()).then(FINE);

      assertInstanceOf(Answer.Answered.class, harness.answer());
    }
  }

  @Test
  void aRefusedKeyIsNotSentAgain() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness(2, 60, DraftCheck.none())) {
      harness.server.then(e -> e.refuse(401, "")).then(FINE);

      assertReason(FailureReason.REFUSED, harness.answer());
    }
  }

  @Test
  void aShortRetryAfterIsWaitedFor() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness(1, 60, DraftCheck.none())) {
      harness.server.then(e -> e.refuse(429, "Retry-After: 0\r\n")).then(FINE);

      assertInstanceOf(Answer.Answered.class, harness.answer());
    }
  }

  @Test
  void aLongRetryAfterHoldsForTheRequestsThatFollow() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness(1, 60, DraftCheck.none())) {
      harness.server.then(e -> e.refuse(429, "Retry-After: 30\r\n")).then(FINE);

      assertReason(FailureReason.RATE_LIMITED, harness.answer());
      harness.clock.pass(Duration.ofSeconds(29));
      assertReason(FailureReason.RATE_LIMITED, harness.answer());
      harness.server.request();
      assertEquals(0, harness.server.requestsLeft(), "the provider was asked before its time");
      harness.clock.pass(Duration.ofSeconds(1));
      assertInstanceOf(Answer.Answered.class, harness.answer());
    }
  }

  @Test
  void aDateInRetryAfterHoldsToo() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness(0, 60, DraftCheck.none())) {
      harness
          .server
          .then(e -> e.refuse(429, "Retry-After: Mon, 2 Mar 2026 10:05:00 GMT\r\n"))
          .then(FINE);

      assertReason(FailureReason.RATE_LIMITED, harness.answer());
      harness.clock.pass(Duration.ofSeconds(299));
      assertReason(FailureReason.RATE_LIMITED, harness.answer());
      harness.clock.pass(Duration.ofSeconds(1));
      assertInstanceOf(Answer.Answered.class, harness.answer());
    }
  }

  @Test
  void moreRequestsThanAllowedAreNotSent() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness(0, 2, DraftCheck.none())) {
      harness.server.then(FINE).then(FINE).then(FINE);
      assertInstanceOf(Answer.Answered.class, harness.answer());
      assertInstanceOf(Answer.Answered.class, harness.answer());

      assertReason(FailureReason.RATE_LIMITED, harness.answer());
    }
  }

  @Test
  void afterFailuresTheModelIsLeftAloneAndThenTriedAgain() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness()) {
      for (int i = 0; i < 5; i++) {
        assertReason(FailureReason.UNREACHABLE, harness.answer());
      }
      assertReason(FailureReason.BREAKER_OPEN, harness.answer());
      harness.clock.pass(Duration.ofSeconds(31));
      harness.server.then(FINE).then(FINE);

      assertInstanceOf(Answer.Answered.class, harness.answer());
      assertInstanceOf(Answer.Answered.class, harness.answer());
    }
  }

  @Test
  void slownessOpensTheBreakerToo() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness()) {
      for (int i = 0; i < 5; i++) {
        harness.server.then(e -> e.waitForHangUp());
        Generation generation = harness.ask();
        harness.server.request();
        harness.deadlines.pass(AnsweringHarness.FIRST_TOKEN);
        assertReason(FailureReason.TIMED_OUT, harness.heard.answer());
        ModelFailuresTest.assertGone(harness, generation);
      }

      assertReason(FailureReason.BREAKER_OPEN, harness.answer());
    }
  }

  private static void assertReason(FailureReason expected, Answer answer) {
    Answer.Failed failed = assertInstanceOf(Answer.Failed.class, answer);
    assertEquals(expected, failed.reason(), failed.detail());
  }
}
