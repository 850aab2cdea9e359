package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.CallbackState;
import parley.callback.work.CallbackOverview.CallbackLine;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.gateway.phone.CallEnd;

/// Calls that Parley makes, from the promise to what is written of it, with real voices and ears
/// over the real Asterisk.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class CalledBackByVoiceTest {

  /// That of every caller of these tests.
  private static final String CALLER = "+441632960199";

  private static final String MAILBOX = "+441632960201";
  private static final String BUSY_PERSON = "+441632960202";
  private static final String STRANGER = "+441632960203";
  private static final String REFUSER = "+441632960204";

  private static final String REASON = "The caller said: look up my order four seven one one zero.";

  private static CalledPhones phones;

  private final TestSpeech speech;
  private final short[] hello;

  CalledBackByVoiceTest(TestSpeech speech) {
    this.speech = speech;
    hello = speech.say("hello");
  }

  @BeforeAll
  static void startServer() {
    phones = new CalledPhones("called-back");
  }

  @AfterAll
  static void stopServer() {
    phones.close();
  }

  /// Nobody is called while nobody is free to talk.
  private Baresip agent() {
    short[] says =
        TestSpeech.join(
            List.of(speech.say("How can I help you"), TestSpeech.silence(Duration.ofSeconds(60))));
    return Baresip.register(phones.server(), "agent1", says, Baresip.Answering.AUTO);
  }

  private static String said(CallDetail call, Speaker speaker) {
    return Caller.turns(call, speaker).stream()
        .map(turn -> turn.words().text())
        .collect(Collectors.joining(" "));
  }

  @Test
  void whoAskedInACallIsCalledBackAndTheTalkGoesOnWhereItStopped() throws Exception {
    try (Caller caller = Caller.dial(phones.server(), speech).greeted()) {
      caller.ask("look up my order four seven one one zero");
      caller.ask("talk to a person");
      caller.ask("yes please");
      assertEquals(CallEnd.THERE, caller.call().awaitEnded(Duration.ofSeconds(20)).orElseThrow());
      CallDetail first = caller.ended();
      assertEquals(Outcome.CALLBACK_PROMISED, first.call().outcome(), Caller.transcript(first));
    }
    assertEquals(0, phones.calls(CALLER), "called though nobody was free");
    try (Baresip agent = agent()) {
      Callee customer = phones.pickUp(CALLER, speech, hello);
      String greeting = speech.recognizeReply(customer.hearsOut());
      Figures.note("callee heard first", greeting);
      customer.hearsTo("yes that is me");
      customer.says("talk to a person");
      Await.until("they talk", Duration.ofSeconds(40), () -> phones.isJoined(CALLER));
      agent.hangUp();
      assertEquals(CallEnd.THERE, customer.ended());
      CallDetail call = phones.log(CALLER);
      assertTrue(
          TestSpeech.overlap("am i speaking with the person who asked", greeting) >= 0.5, greeting);
      assertNothingPersonalBefore(call);
      assertTrue(
          said(call, Speaker.PARLEY).contains("It is about this: look up my order"),
          Caller.transcript(call));
      assertEquals(Outcome.TRANSFERRED, call.call().outcome(), Caller.transcript(call));
    }
    CallbackLine promise =
        phones.await(CALLER, "the promise is kept", line -> state(line) == CallbackState.KEPT);
    assertEquals(AttemptOutcome.KEPT, promise.lastOutcome());
    assertEquals(1, phones.calls(CALLER));
  }

  private static CallbackState state(CallbackLine line) {
    return line.callback().state();
  }

  /// Nothing of what it is about before they said who they are.
  private static void assertNothingPersonalBefore(CallDetail call) {
    String before =
        call.turns().stream()
            .filter(turn -> turn.speaker() == Speaker.PARLEY)
            .map(turn -> turn.words().text())
            .takeWhile(text -> !text.contains("It is about this"))
            .collect(Collectors.joining(" "));
    assertTrue(before.contains("You asked us to call you back"), Caller.transcript(call));
    assertFalse(before.contains("order"), Caller.transcript(call));
  }

  @Test
  void aMailboxIsLeftAMessageAfterItsToneAndCalledAgainLater() throws Exception {
    short[] greeting = mailboxSays();
    UUID promise = phones.promise(MAILBOX, REASON);
    Instant before = Instant.now();
    try (Baresip _ = agent()) {
      Callee mailbox = phones.pickUp(MAILBOX, speech, greeting);
      assertFalse(mailbox.hasHeardVoice(), "Parley spoke into the greeting");
      long tone = System.nanoTime();
      short[] message = mailbox.hearsAfter(tone);
      assertEquals(CallEnd.THERE, mailbox.ended());
      Figures.note("mailbox heard", speech.recognizeReply(message));
    }
    CallDetail call = phones.log(MAILBOX);
    assertEquals(Outcome.MESSAGE_LEFT, call.call().outcome(), Caller.transcript(call));
    assertFalse(said(call, Speaker.PARLEY).contains("order"), Caller.transcript(call));
    CallbackLine line =
        phones.await(MAILBOX, "it waits for the next call", one -> one.lastOutcome() != null);
    assertEquals(promise, line.id());
    assertEquals(AttemptOutcome.MESSAGE_LEFT, line.lastOutcome());
    assertEquals(CallbackState.WAITING, state(line));
    Instant next = Objects.requireNonNull(line.nextAt());
    assertTrue(next.isAfter(before.plus(Duration.ofHours(3))), line.toString());
  }

  private short[] mailboxSays() {
    return TestSpeech.join(
        List.of(
            speech.say("Hi you have reached the voicemail of Anna"),
            TestSpeech.silence(Duration.ofMillis(300)),
            speech.say("I cannot take your call right now, please leave a message after the tone"),
            TestSpeech.silence(Duration.ofMillis(400)),
            beep(),
            TestSpeech.silence(Duration.ofMillis(40))));
  }

  /// 1 kHz for 400 ms.
  private static short[] beep() {
    short[] tone = new short[TestSpeech.RATE_HZ * 2 / 5];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (short) (8_000 * Math.sin(2 * Math.PI * 1_000 * i / TestSpeech.RATE_HZ));
    }
    return tone;
  }

  @Test
  void whoHasNoTimeIsPromisedAnotherHour() throws Exception {
    phones.promise(BUSY_PERSON, REASON);
    try (Baresip _ = agent()) {
      Callee customer = phones.pickUp(BUSY_PERSON, speech, hello);
      customer.hearsOut();
      customer.hearsTo("this is not a good time");
      customer.hearsTo("tomorrow after four");
      customer.says("yes that is right");
      assertEquals(CallEnd.THERE, customer.ended());
    }
    CallDetail call = phones.log(BUSY_PERSON);
    assertEquals(Outcome.CALLBACK_PROMISED, call.call().outcome(), Caller.transcript(call));
    CallbackLine again =
        phones.await(BUSY_PERSON, "another promise", line -> state(line) == CallbackState.WAITING);
    CallbackWindow window = again.callback().window().orElseThrow();
    // The hour of "after four" may be misheard, the day is not.
    assertEquals(
        LocalDate.now(window.zone()).plusDays(1),
        LocalDate.ofInstant(window.from(), window.zone()),
        Caller.transcript(call));
    assertFalse(said(call, Speaker.PARLEY).contains("order"), Caller.transcript(call));
  }

  @Test
  void somebodyElseIsToldNothing() throws Exception {
    phones.promise(STRANGER, REASON);
    try (Baresip _ = agent()) {
      Callee stranger = phones.pickUp(STRANGER, speech, hello);
      stranger.hearsOut();
      stranger.says("no you have the wrong number");
      assertEquals(CallEnd.THERE, stranger.ended());
    }
    CallDetail call = phones.log(STRANGER);
    assertEquals(Outcome.OTHER_PERSON, call.call().outcome(), Caller.transcript(call));
    assertFalse(said(call, Speaker.PARLEY).contains("order"), Caller.transcript(call));
    phones.await(
        STRANGER, "its outcome", line -> line.lastOutcome() == AttemptOutcome.OTHER_PERSON);
  }

  @Test
  void whoWantsNoMoreCallsComesOnTheList() throws Exception {
    phones.promise(REFUSER, REASON);
    try (Baresip _ = agent()) {
      Callee refuser = phones.pickUp(REFUSER, speech, hello);
      refuser.hearsOut();
      refuser.says("never call me again");
      assertEquals(CallEnd.THERE, refuser.ended());
    }
    CallDetail call = phones.log(REFUSER);
    assertEquals(Outcome.OTHER_PERSON, call.call().outcome(), Caller.transcript(call));
    assertTrue(Read.text(phones.neverCalled()).contains(REFUSER), Caller.transcript(call));
    phones.await(REFUSER, "it is given up", line -> state(line) == CallbackState.GIVEN_UP);
  }
}
