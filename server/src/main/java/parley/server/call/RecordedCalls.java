package parley.server.call;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import parley.dialogue.log.CallLog.CallDetail;
import parley.gateway.phone.TestPhone;

/// Calls the running Parley once for each recording: waits until it has greeted, speaks the
/// recording, hears the reply out, hangs up, and reads what the call log holds then. Thread: one
/// owner, which blocks.
public final class RecordedCalls implements AutoCloseable {
  private static final Duration LOG_COMPLETE = Duration.ofSeconds(5);

  private final RunningParley running;
  private final TestPhone phone;
  private final Consumer<String> trouble;

  private RecordedCalls(RunningParley running, TestPhone phone, Consumer<String> trouble) {
    this.running = running;
    this.phone = phone;
    this.trouble = trouble;
  }

  /// @param trouble is told, in one sentence each, what went otherwise than meant
  /// @throws NotRunningException when the phone cannot log in
  public static RecordedCalls open(RunningParley running, Consumer<String> trouble)
      throws InterruptedException {
    TestPhone phone = new TestPhone(running.phone());
    try {
      CallCommand.logIn(running, phone);
      return new RecordedCalls(running, phone, trouble);
    } catch (RuntimeException | InterruptedException e) {
      phone.close();
      throw e;
    }
  }

  /// Places one call.
  ///
  /// @param sound 16-bit mono at 8000 Hz
  /// @return what the log holds of it; empty when it knows nothing of the call
  /// @throws CallRefusedException when it is not answered
  public Optional<CallDetail> speak(String name, short[] sound) throws InterruptedException {
    Duration ringing = running.phone().ringing().plusSeconds(5);
    try (CallerTalk talk = CallerTalk.dial(phone, running.extension(), ringing)) {
      TranscriptFollower follower =
          new TranscriptFollower(running.log(), talk.sipCallId(), _ -> {}, trouble);
      if (talk.awaitGreeting().isPresent()) {
        boolean _ = talk.awaitReplyOver();
      }
      Optional<CallerTalk.Asked> asked = talk.ask(sound);
      if (asked.isEmpty()) {
        trouble.accept("The call ended before " + name + " was over.");
      } else if (asked.get().cutIn()) {
        trouble.accept("Parley spoke into " + name + ".");
      }
      talk.close();
      return follower.finish(LOG_COMPLETE);
    }
  }

  @Override
  public void close() {
    phone.close();
  }
}
