package parley.dialogue.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.config.Settings;
import parley.dialogue.llm.chat.FailureReason;
import parley.dialogue.llm.chat.ModelServer;

/// Measures on real deadlines what docs/results/llm.md states. Not run with the other tests: its
/// name does not end as theirs do.
class AnsweringTimes {

  private static final int TIMES = 200;
  private static final int FEW = 20;

  @Test
  void measure() throws InterruptedException {
    warm();
    measure("first sentence", TIMES, null, e -> e.open().says("At ten. ", "Bye.").done());
    measure("status 500", FEW, FailureReason.UNREACHABLE, e -> e.refuse(500, ""));
    measure(
        "429, Retry-After 20",
        FEW,
        FailureReason.RATE_LIMITED,
        e -> e.refuse(429, "Retry-After: 20\r\n"));
    measure("nonsense", FEW, FailureReason.NONSENSE, e -> e.open().event("hello").end());
    measure("hangs up", FEW, FailureReason.UNREACHABLE, e -> e.hangUp());
    measure("no first token", FEW, FailureReason.TIMED_OUT, e -> e.waitForHangUp());
    measure(
        "no first sentence",
        FEW,
        FailureReason.TIMED_OUT,
        e -> e.open().says("Well").waitForHangUp());
  }

  /// Loads the classes. On a busy machine that alone takes longer than a first token may.
  private static void warm() throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      try (AnsweringHarness harness = new AnsweringHarness()) {
        harness.server.then(e -> e.open().says("At ten. ", "Bye.").done());
        harness.answer();
      }
    }
  }

  private static void measure(
      String name, int times, @Nullable FailureReason expected, ModelServer.Reply reply)
      throws InterruptedException {
    List<Double> ms = new ArrayList<>();
    for (int i = 0; i < times; i += 2) {
      // A new client each time, so that the breaker stays closed; its first answer opens a
      // connection.
      measure(2, expected, reply, ms);
    }
    Collections.sort(ms);
    System.out.printf(
        Locale.ROOT,
        "%-22s n %3d  p50 %6.1f  p95 %6.1f  max %6.1f ms%n",
        name,
        ms.size(),
        at(ms, 0.5),
        at(ms, 0.95),
        ms.getLast());
  }

  private static void measure(
      int times, @Nullable FailureReason expected, ModelServer.Reply reply, List<Double> ms)
      throws InterruptedException {
    try (ModelServer server = new ModelServer();
        TimerDeadlines deadlines = new TimerDeadlines();
        Answering answering = answering(server, deadlines)) {
      for (int i = 0; i < times; i++) {
        server.then(reply).then(reply);
        First first = new First();
        answering.ask(AnsweringHarness.inquiry(), first);
        first.ended.await();
        ms.add((first.at - first.start) / 1e6);
        assertEquals(expected, first.reason);
      }
    }
  }

  private static Answering answering(ModelServer server, Deadlines deadlines) {
    Settings.LanguageModel settings = AnsweringHarness.settings(server.url(), 1, 100_000);
    return new Answering(
        settings,
        new Grounding("Blue Harbour Travel", 3000, text -> text),
        AnsweringHarness.tools(),
        DraftCheck.none(),
        deadlines,
        Clock.systemUTC());
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  /// When the first sentence or, without one, the end was heard.
  private static final class First implements AnswerListener {
    private final long start = System.nanoTime();
    private final CountDownLatch ended = new CountDownLatch(1);
    private long at;
    private @Nullable FailureReason reason;

    @Override
    public void said(Sentence sentence) {
      at = at == 0 ? System.nanoTime() : at;
    }

    @Override
    public void ended(Answer answer) {
      at = at == 0 ? System.nanoTime() : at;
      reason = answer instanceof Answer.Failed failed ? failed.reason() : null;
      ended.countDown();
    }
  }
}
