package parley.server.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.server.call.RunningParley;
import parley.server.status.StatusFile;
import parley.speech.recognize.Recognizers;
import parley.speech.synthesize.Synthesizer;

/// What the bench needs of the rest of Parley; `Main` makes it.
public interface BenchParts extends AutoCloseable {

  /// The server that runs on this machine; empty when none does.
  Optional<RunningParley> running();

  /// Starts a server for the bench alone; closing it stops it. A
  /// [parley.server.call.NotRunningException] says why it could not.
  RunningParley start();

  StatusFile status();

  /// The voice of the bench's callers: speaks English at 8000 Hz.
  Synthesizer voice();

  /// What the callers ask, over and over: sentences that the knowledge answers and the recognizer's
  /// model has the words for.
  List<String> questions();

  /// Recognizers as the server makes them, but without its limit on lag, so that lag shows instead
  /// of dropped audio; the caller closes them.
  ///
  /// @param skipSilence whether the speech gate keeps silence away from them
  Recognizers recognizers(boolean skipSilence);

  /// The folder of the model that those recognizers use, for bare Vosk.
  Path model();

  /// Names and versions of what was measured, such as `asterisk`.
  Map<String, String> versions();

  /// Closes the voice.
  @Override
  void close();
}
