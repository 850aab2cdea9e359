package parley.server.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.gateway.phone.TestPhone;
import parley.server.call.LogPart.Mark;

/// One real call to the running Parley by a caller who knows what to do turn by turn and hears each
/// reply out. How much the log holds is looked up after each turn, so that in the end each entry is
/// known to belong to a turn. Thread: one owner, which blocks.
public final class FollowedCall implements AutoCloseable {
  private static final Duration LOG_COMPLETE = Duration.ofSeconds(5);

  /// A reply is logged when it ends, which the log may hear of a little later than the caller.
  private static final Duration REPLY_LOGGED = Duration.ofSeconds(3);

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /// What came of one turn.
  ///
  /// @param waitedNanos from the caller's last voice or key to the first voice of the reply; empty
  ///   when that was not measured
  /// @param cutIn whether Parley spoke before the caller was done
  public record Stretch(OptionalLong waitedNanos, boolean cutIn, LogPart log) {}

  /// What the call was, once it is over.
  ///
  /// @param stretches one for each turn that the caller came to
  public record Course(List<Stretch> stretches, CallDetail call) {
    public Course {
      stretches = List.copyOf(stretches);
    }
  }

  private record Played(OptionalLong waitedNanos, boolean cutIn, Mark from) {}

  private final RunningParley running;
  private final TestPhone phone;
  private final CallerTalk talk;
  private final List<Played> played = new ArrayList<>();
  private Mark logged = Mark.NOTHING;

  private FollowedCall(RunningParley running, TestPhone phone, CallerTalk talk) {
    this.running = running;
    this.phone = phone;
    this.talk = talk;
  }

  /// Calls and hears the greeting out.
  ///
  /// @param caller who calls; where the phone logs in, Parley sees the login's number instead
  /// @throws NotRunningException when the phone cannot log in
  /// @throws CallRefusedException when the call is not answered
  public static FollowedCall place(RunningParley running, PhoneNumber caller)
      throws InterruptedException {
    TestPhone phone = new TestPhone(CallersPhone.of(running, caller));
    boolean placed = false;
    try {
      CallCommand.logIn(running, phone);
      warmUp(running);
      Duration ringing = running.phone().ringing().plusSeconds(5);
      FollowedCall call =
          new FollowedCall(running, phone, CallerTalk.dial(phone, running.extension(), ringing));
      call.hearGreeting();
      placed = true;
      return call;
    } finally {
      if (!placed) {
        phone.close();
      }
    }
  }

  /// The first look into the log can take seconds, which would be silence in the call.
  private static void warmUp(RunningParley running) {
    Optional<CallDetail> _ = read(running, "none");
  }

  private void hearGreeting() throws InterruptedException {
    boolean greeted = talk.awaitGreeting().isPresent();
    if (greeted) {
      boolean _ = talk.awaitReplyOver();
    }
    logged = settled(greeted);
  }

  /// Says this, 16-bit mono at 8000 Hz. False when the call ended before it was said.
  public boolean say(short[] sound) throws InterruptedException {
    Optional<CallerTalk.Asked> asked = talk.ask(sound);
    if (asked.isEmpty()) {
      return false;
    }
    boolean heard = asked.get().cutIn() || asked.get().replyNanos().isPresent();
    if (asked.get().cutIn()) {
      hearOut(asked.get().said().lastVoicedNanos());
    }
    took(new Played(asked.get().voiceToVoiceNanos(), asked.get().cutIn(), logged), heard);
    return true;
  }

  /// Who was spoken into is answered once more, to the rest of what was said.
  private void hearOut(long saidNanos) throws InterruptedException {
    if (talk.call().heard().awaitVoiceAfter(saidNanos, CallerTalk.REPLY_DUE).isPresent()) {
      boolean _ = talk.awaitReplyOver();
    }
  }

  /// Presses 0 to 9, `*` or `#`. False when the call ended before.
  public boolean press(String keys) throws InterruptedException {
    return took(talk.press(keys));
  }

  /// Says nothing until Parley has spoken of its own accord. False when the call ended before.
  public boolean keepSilent() throws InterruptedException {
    return took(talk.keepSilent());
  }

  private boolean took(Optional<CallerTalk.Answer> answer) throws InterruptedException {
    if (answer.isEmpty()) {
      return false;
    }
    took(new Played(answer.get().waitedNanos(), false, logged), answer.get().heard());
    return true;
  }

  private void took(Played turn, boolean replied) throws InterruptedException {
    played.add(turn);
    logged = settled(replied);
  }

  /// How much the log holds once the reply is in it.
  private Mark settled(boolean replied) throws InterruptedException {
    long deadline = System.nanoTime() + REPLY_LOGGED.toNanos();
    Optional<CallDetail> call = read();
    while (replied && !endsWithReply(call) && System.nanoTime() - deadline < 0) {
      Thread.sleep(LOOK_EVERY);
      call = read();
    }
    return Mark.of(call);
  }

  private boolean endsWithReply(Optional<CallDetail> call) {
    return call.map(CallDetail::turns)
        .filter(turns -> turns.size() > logged.turns())
        .filter(turns -> turns.getLast().speaker() == Speaker.PARLEY)
        .isPresent();
  }

  private Optional<CallDetail> read() {
    return read(running, talk.sipCallId());
  }

  private static Optional<CallDetail> read(RunningParley running, String sipCallId) {
    try {
      return running.log().findBySipCallId(sipCallId);
    } catch (RuntimeException e) {
      throw new NotRunningException(
          "The call log cannot be read: `./parley doctor` tells what is wrong.", e);
    }
  }

  /// Hangs up, if Parley has not, and reads what the log holds then; empty when it knows nothing of
  /// the call.
  public Optional<Course> finish() throws InterruptedException {
    talk.close();
    long deadline = System.nanoTime() + LOG_COMPLETE.toNanos();
    Optional<CallDetail> call = read();
    while (!ended(call) && System.nanoTime() - deadline < 0) {
      Thread.sleep(LOOK_EVERY);
      call = read();
    }
    return call.map(this::course);
  }

  private static boolean ended(Optional<CallDetail> call) {
    return call.isPresent() && call.get().call().endedAt() != null;
  }

  private Course course(CallDetail call) {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < played.size(); i++) {
      Mark to = i + 1 < played.size() ? played.get(i + 1).from() : Mark.of(Optional.of(call));
      Played turn = played.get(i);
      stretches.add(
          new Stretch(turn.waitedNanos(), turn.cutIn(), LogPart.between(turn.from(), to, call)));
    }
    return new Course(stretches, call);
  }

  @Override
  public void close() {
    talk.close();
    phone.close();
  }
}
