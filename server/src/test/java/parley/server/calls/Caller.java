package parley.server.calls;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.LegChanged;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.gateway.phone.Heard;
import parley.gateway.phone.PhoneCall;
import parley.gateway.phone.PhoneSettings;
import parley.gateway.phone.SpeechSent;
import parley.gateway.phone.TestPhone;
import parley.gateway.phone.VoiceRun;
import parley.server.call.CallerTalk;

/// A caller with a phone of their own in one call: speaks, presses keys, and looks the call up in
/// the log. Thread: one owner.
final class Caller implements AutoCloseable {

  private static final Duration DIAL = Duration.ofSeconds(20);
  private static final Duration LOGGED = Duration.ofSeconds(10);

  private final RunningServer server;
  private final TestSpeech speech;
  private final TestPhone phone;
  private final CallerTalk talk;

  private Caller(RunningServer server, TestSpeech speech, TestPhone phone, CallerTalk talk) {
    this.server = server;
    this.speech = speech;
    this.phone = phone;
    this.talk = talk;
  }

  static Caller dial(RunningServer server, TestSpeech speech) throws InterruptedException {
    return dial(server, speech, server.settings().asterisk().extension());
  }

  /// A caller who does not show their number.
  static Caller dialWithheld(RunningServer server, TestSpeech speech) throws InterruptedException {
    PhoneSettings usual = server.parley().phone();
    PhoneSettings withheld =
        new PhoneSettings(
            usual.server(), usual.bind(), "anonymous", null, usual.roundTrip(), usual.ringing());
    return dial(server, speech, withheld, server.settings().asterisk().extension());
  }

  static Caller dial(RunningServer server, TestSpeech speech, String extension)
      throws InterruptedException {
    return dial(server, speech, server.parley().phone(), extension);
  }

  private static Caller dial(
      RunningServer server, TestSpeech speech, PhoneSettings settings, String extension)
      throws InterruptedException {
    TestPhone phone = new TestPhone(settings);
    boolean dialled = false;
    try {
      Caller caller = new Caller(server, speech, phone, CallerTalk.dial(phone, extension, DIAL));
      dialled = true;
      return caller;
    } finally {
      if (!dialled) {
        phone.close();
      }
    }
  }

  CallerTalk talk() {
    return talk;
  }

  PhoneCall call() {
    return talk.call();
  }

  Heard heard() {
    return talk.call().heard();
  }

  /// Waits for the greeting and until it is over.
  Caller greeted() throws InterruptedException {
    if (talk.awaitGreeting().isEmpty() || !talk.awaitReplyOver()) {
      throw new AssertionError("No greeting was heard");
    }
    return this;
  }

  /// Says a sentence and waits until the reply is over.
  CallerTalk.Asked ask(String sentence) throws InterruptedException {
    CallerTalk.Asked asked =
        talk.ask(speech.say(sentence))
            .orElseThrow(() -> new AssertionError("The call ended while the caller spoke"));
    if (asked.replyNanos().isEmpty() && !asked.cutIn()) {
      throw new AssertionError("No reply to: " + sentence + "\n" + transcript());
    }
    return asked;
  }

  /// Says a sentence, whatever the other side does meanwhile.
  SpeechSent say(String sentence) {
    return say(speech.say(sentence));
  }

  SpeechSent say(short[] sound) {
    try {
      return call().say(sound).get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("The phone could not speak", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  void press(String keys) {
    var _ = call().press(keys).orTimeout(10, TimeUnit.SECONDS).join();
  }

  /// Presses keys and waits until what is said to that is over.
  void pressAndListen(String keys) throws InterruptedException {
    long before = System.nanoTime();
    press(keys);
    if (heard().awaitVoiceAfter(before, Duration.ofSeconds(10)).isEmpty()
        || !talk.awaitReplyOver()) {
      throw new AssertionError("Nothing was said to " + keys + "\n" + transcript());
    }
  }

  /// Waits for a voice that begins from now on.
  long nextVoice(Duration atMost) throws InterruptedException {
    OptionalLong voice = heard().awaitVoiceAfter(System.nanoTime(), atMost);
    return voice.orElseThrow(
        () -> new AssertionError("No voice within " + atMost.toMillis() + " ms\n" + transcript()));
  }

  /// The sound heard between two moments of [System#nanoTime].
  short[] heardBetween(long fromNanos, long toNanos) {
    short[] all = heard().recording();
    int from = position(fromNanos, all.length);
    return Arrays.copyOfRange(all, from, Math.max(from, position(toNanos, all.length)));
  }

  private int position(long nanos, int length) {
    return (int) Math.clamp((nanos - heard().startNanos()) / 125_000, 0, length);
  }

  /// The last moment before `nanos`, or from then on, at which a voice was heard.
  long lastVoiceNanos() {
    List<VoiceRun> runs = heard().voiceRuns();
    return runs.isEmpty() ? heard().startNanos() : runs.getLast().lastNanos();
  }

  /// What the log has of this call now.
  Optional<CallDetail> detail() {
    return server.parley().log().findBySipCallId(talk.sipCallId());
  }

  /// What the log has once this call is over.
  CallDetail ended() {
    return Await.value(
        "the call is closed in the log",
        LOGGED,
        () -> detail().filter(call -> call.call().endedAt() != null));
  }

  /// Waits for a turn in the log, by its number from 0 among those of one speaker.
  TurnTaken turn(Speaker speaker, int index) {
    return Await.value(
        "turn " + index + " of " + speaker + " is in the log",
        LOGGED,
        () -> detail().flatMap(call -> turns(call, speaker).stream().skip(index).findFirst()));
  }

  static List<TurnTaken> turns(CallDetail call, Speaker speaker) {
    return call.turns().stream().filter(turn -> turn.speaker() == speaker).toList();
  }

  /// What happened to the agents' legs so far, in order; the caller's own leg is in the log as
  /// well.
  static List<String> agentLegs(CallDetail call) {
    return call.legs().stream()
        .filter(leg -> leg.role().equals("agent"))
        .map(LegChanged::event)
        .toList();
  }

  /// The call as the log has it, for messages of failed tests.
  String transcript() {
    return detail().map(Caller::transcript).orElse("(not in the log)");
  }

  static String transcript(CallDetail call) {
    StringBuilder text = new StringBuilder();
    call.turns()
        .forEach(turn ->
            text.append(
                "%6d-%6d %s%s %s [%s %s] %s %.2f%n"
                    .formatted(
                        turn.startMs(),
                        turn.endMs(),
                        turn.speaker(),
                        turn.interrupted() ? " (interrupted)" : "",
                        turn.words().text(),
                        turn.understoodAs(),
                        turn.rule(),
                        turn.citations(),
                        turn.confidence())));
    call.legs()
        .forEach(leg -> text.append(leg.role()).append(' ').append(leg.event()).append('\n'));
    call.transfers()
        .forEach(t -> text.append(t.agent()).append(' ').append(t.outcome()).append('\n'));
    return text.append(call.call().outcome()).toString();
  }

  void hangUp() {
    talk.close();
  }

  @Override
  public void close() {
    talk.close();
    phone.close();
  }
}
