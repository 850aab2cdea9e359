package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.gateway.phone.TestPhone;
import parley.server.call.CallerTalk;

/// As many callers as the settings allow, at once. Every one is greeted, understood and answered,
/// and leaves nothing behind.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class ManyCallsTest {

  private static final int CALLS = 20;

  /// Between two callers' dialling: people do not all say the same word at the same moment.
  private static final Duration APART = Duration.ofMillis(400);

  /// A caller who is not understood asks again: on a machine that is too busy final words may come
  /// too late.
  private static final int MOST_ASKED = 3;

  private static final Duration DIAL = Duration.ofSeconds(30);

  private final RunningServer server;
  private final TestSpeech speech;

  ManyCallsTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
  }

  @Test
  void twentyCallersAtOnceAreAllGreetedAndAnswered() throws Exception {
    short[] question = speech.say("What are your opening hours");
    List<String> calls = new ArrayList<>();
    try (TestPhone phone = new TestPhone(server.parley().phone());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Ari ari = new Ari(server.settings())) {
      List<Future<String>> callers = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        long since = System.nanoTime();
        callers.add(threads.submit(call(phone, question)));
        Await.until(
            "it is the next caller's turn",
            DIAL,
            () -> System.nanoTime() - since > APART.toNanos());
      }
      for (Future<String> caller : callers) {
        calls.add(caller.get(3, TimeUnit.MINUTES));
      }
      Await.until("nothing is left", Duration.ofSeconds(5), () -> ari.remains().isEmpty());
      Await.until("no call and no recognizer is left", Duration.ofSeconds(5), server::isIdle);
    }
    List<CallDetail> logged = calls.stream().map(this::ended).toList();
    String without =
        logged.stream()
            .filter(call -> !isAnswered(call))
            .map(Caller::transcript)
            .collect(Collectors.joining("\n"));
    assertEquals("", without, "these were not answered");
  }

  private Callable<String> call(TestPhone phone, short[] question) {
    return () -> {
      try (CallerTalk talk =
          CallerTalk.dial(phone, server.settings().asterisk().extension(), DIAL)) {
        long greeting = talk.awaitGreeting().orElseThrow(() -> new AssertionError("no greeting"));
        Figures.note(
            "20 calls, ms from INVITE to greeting", (greeting - talk.invitedNanos()) / 1_000_000);
        talk.awaitReplyOver();
        for (int times = 0; times < MOST_ASKED && !isAnswered(talk.sipCallId()); times++) {
          CallerTalk.Asked asked = talk.ask(question).orElseThrow();
          Figures.note(
              "20 calls, ms voice to voice", asked.voiceToVoiceNanos().orElse(-1) / 1_000_000);
          assertTrue(asked.replyNanos().isPresent() || asked.cutIn(), "no reply was heard");
        }
        return talk.sipCallId();
      }
    };
  }

  private CallDetail ended(String sipCallId) {
    return Await.value(
        "the call is closed in the log",
        Duration.ofSeconds(10),
        () ->
            server
                .parley()
                .log()
                .findBySipCallId(sipCallId)
                .filter(detail -> detail.call().endedAt() != null));
  }

  private boolean isAnswered(String sipCallId) {
    return server
        .parley()
        .log()
        .findBySipCallId(sipCallId)
        .filter(ManyCallsTest::isAnswered)
        .isPresent();
  }

  private static boolean isAnswered(CallDetail call) {
    return Caller.turns(call, Speaker.PARLEY).stream()
        .anyMatch(turn -> turn.citations().contains("opening-hours"));
  }
}
