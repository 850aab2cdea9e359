package parley.server.eval.speech;

import java.util.List;
import java.util.Optional;

/// Someone who hears recordings and is measured meanwhile. Thread: one owner, which blocks.
interface Hearing {

  /// What was heard of one recording.
  ///
  /// @throws parley.speech.audio.WavException when the recording cannot be read
  List<String> hear(TestSet.Utterance utterance) throws InterruptedException;

  /// What was measured so far.
  Measured measured();

  /// @param realTimeFactor seconds of computing a second of sound, where that can be seen
  /// @param finalMs how long each recording's final words took after its end
  record Measured(
      Optional<Double> realTimeFactor,
      List<Double> finalMs,
      Optional<PartialWords.Counts> partials) {
    public Measured {
      finalMs = List.copyOf(finalMs);
    }
  }
}
