package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.dialogue.log.CallLog.CallDetail;

/// A caller hangs up, at every moment of a call: everything of the call is released within a
/// second.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class HangUpTest {

  private static final Duration RELEASED = Duration.ofSeconds(1);

  /// The status is counted once a second, after the release.
  private static final Duration COUNTED = Duration.ofSeconds(4);

  /// When the caller hangs up.
  enum Moment {
    AT_THE_ANSWER,
    IN_THE_FIRST_WORDS,
    IN_THE_MIDDLE_OF_THE_GREETING,
    BEFORE_SAYING_ANYTHING,
    WHILE_SPEAKING,
    AFTER_THE_LAST_WORD,
    WHILE_THE_ANSWER_IS_SPOKEN,
    WHILE_INTERRUPTING,
    AFTER_PRESSING_A_KEY,
    WHILE_A_PERSON_IS_SOUGHT
  }

  private final RunningServer server;
  private final TestSpeech speech;

  HangUpTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
  }

  @ParameterizedTest
  @EnumSource
  void everythingIsReleasedWithinASecond(Moment moment) throws Exception {
    try (Ari ari = new Ari(server.settings());
        Caller caller = Caller.dial(server, speech)) {
      reach(caller, moment);
      long before = System.nanoTime();
      var _ = caller.call().hangUp();
      try {
        Await.until("nothing is left in Asterisk", RELEASED, () -> ari.remains().isEmpty());
      } catch (AssertionError late) {
        throw new AssertionError("left: " + ari.remains(), late);
      }
      long ms = (System.nanoTime() - before) / 1_000_000;
      Figures.note("ms from hang-up " + moment + " to release", ms);
      Await.until("calls and recognizers are gone", COUNTED, server::isIdle);
      CallDetail call = caller.ended();
      assertTrue(call.call().endedAt() != null);
      assertEquals(List.of(), ari.remains());
    }
  }

  private void reach(Caller caller, Moment moment) throws InterruptedException {
    switch (moment) {
      case AT_THE_ANSWER -> {}
      case IN_THE_FIRST_WORDS -> caller.talk().awaitGreeting().orElseThrow();
      case IN_THE_MIDDLE_OF_THE_GREETING -> greetingFor(caller, Duration.ofSeconds(3));
      case BEFORE_SAYING_ANYTHING -> caller.greeted();
      case WHILE_SPEAKING -> {
        caller.greeted();
        var _ = caller.call().say(speech.say("What are your opening hours"));
        Await.until(
            "the caller is in the middle of it", Duration.ofSeconds(5), heardNothingFor(caller));
      }
      case AFTER_THE_LAST_WORD -> caller.greeted().say("What are your opening hours");
      case WHILE_THE_ANSWER_IS_SPOKEN -> answering(caller);
      case WHILE_INTERRUPTING -> {
        answering(caller);
        caller.say("Where is");
      }
      case AFTER_PRESSING_A_KEY -> caller.greeted().press("*");
      case WHILE_A_PERSON_IS_SOUGHT -> caller.greeted().press("0");
    }
  }

  private static BooleanSupplier heardNothingFor(Caller caller) {
    long since = System.nanoTime();
    return () -> System.nanoTime() - since > 600_000_000L || caller.call().ended().isDone();
  }

  private static void answering(Caller caller) throws InterruptedException {
    caller.greeted().say("What are your opening hours");
    caller.nextVoice(Duration.ofSeconds(10));
  }

  private static void greetingFor(Caller caller, Duration length) throws InterruptedException {
    long first = caller.talk().awaitGreeting().orElseThrow();
    Await.until(
        "the greeting has gone on",
        Duration.ofSeconds(15),
        () -> caller.lastVoiceNanos() - first > length.toNanos());
  }
}
