package parley.server.eval.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.server.call.RecordedCalls;
import parley.server.call.RunningParley;
import parley.server.channel.LineChannel;
import parley.server.channel.LineSound;
import parley.server.eval.BadTestSetException;
import parley.speech.audio.Samples;

/// Hears recordings through real calls to the running Parley, one call each: what its call log says
/// that it heard. The times of final words are the log's too. Thread: one owner, which blocks.
final class SipHearing implements Hearing, AutoCloseable {
  private static final int FRAMES_A_MINUTE = 3000;
  private static final int LONGEST_MINUTES = 10;

  private final RunningParley running;
  private final RecordedCalls calls;
  private final LineChannel channel;
  private final List<Double> finalMs = new ArrayList<>();

  /// @param running is closed with this
  /// @param notes is told, in one sentence each, what went otherwise than meant
  SipHearing(RunningParley running, LineChannel channel, Consumer<String> notes)
      throws InterruptedException {
    this.running = running;
    this.channel = channel;
    try {
      this.calls = RecordedCalls.open(running, notes);
    } catch (RuntimeException | InterruptedException e) {
      running.close();
      throw e;
    }
  }

  /// @throws parley.server.call.CallRefusedException when Parley does not answer
  @Override
  public List<String> hear(TestSet.Utterance utterance) throws InterruptedException {
    String name = utterance.file().toString();
    CallDetail call =
        calls
            .speak(name, sound(utterance))
            .orElseThrow(() ->
                new BadTestSetException(
                    "The call log holds nothing of the call that spoke "
                        + name
                        + "; `./parley doctor` tells what is wrong"));
    List<String> heard = new ArrayList<>();
    for (TurnTaken turn : call.turns()) {
      if (turn.speaker() == Speaker.CALLER && !turn.keyed()) {
        heard.addAll(TestSet.words(turn.words().text()));
      }
      if (turn.timings().finalMs() >= 0) {
        finalMs.add((double) turn.timings().finalMs());
      }
    }
    return heard;
  }

  private short[] sound(TestSet.Utterance utterance) {
    List<short[]> frames = new ArrayList<>();
    try (LineSound sound = channel.open(utterance.file())) {
      for (Optional<short[]> frame = sound.next(); frame.isPresent(); frame = sound.next()) {
        frames.add(frame.get());
        if (frames.size() > LONGEST_MINUTES * FRAMES_A_MINUTE) {
          throw new BadTestSetException(
              utterance.file()
                  + " is longer than "
                  + LONGEST_MINUTES
                  + " minutes, too long to be spoken in a call; cut it, or leave --over-sip out");
        }
      }
    }
    return Samples.join(frames);
  }

  @Override
  public Measured measured() {
    return new Measured(Optional.empty(), finalMs, Optional.empty());
  }

  @Override
  public void close() {
    calls.close();
    running.close();
  }
}
