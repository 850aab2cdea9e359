package parley.server.eval.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import parley.server.channel.LineChannel;
import parley.speech.audio.WavFile;
import parley.speech.recognize.Vocabulary;
import parley.speech.synthesize.SynthesisException;
import parley.speech.synthesize.Synthesizer;

/// Texts said by a voice into a telephone line and heard at its other end, as in a call where
/// anything may be said. The same texts in the same order are heard the same. Thread: one owner,
/// which blocks.
public final class SpokenTexts implements AutoCloseable {
  private final Synthesizer voice;
  private final Ear ear;
  private final LineChannel line;
  private WordErrors errors = WordErrors.NONE;
  private int texts;

  /// Closes voice and ear with itself.
  public SpokenTexts(Synthesizer voice, Ear ear, LineChannel line) {
    this.voice = voice;
    this.ear = ear;
    this.line = line;
  }

  /// What is heard of a text, lower case, without punctuation.
  ///
  /// @throws SynthesisException when it cannot be spoken
  public String heard(String text) throws InterruptedException {
    List<String> said = TestSet.words(text);
    try {
      // The line takes what happens by chance from the file's name.
      Path folder = Files.createTempDirectory("parley-spoken-");
      Path file = folder.resolve("text-" + texts++ + ".wav");
      try {
        WavFile.write(file, voice.speak(ear.language(), text).get());
        List<String> heard =
            new ModelHearing(ear, Vocabulary.OPEN, line, ModelHearing.TEN_TIMES)
                .hear(new TestSet.Utterance(file, said, ""));
        errors = errors.plus(WordErrors.between(said, heard));
        return String.join(" ", heard);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (ExecutionException e) {
      throw new SynthesisException("A text could not be spoken: " + e.getCause());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Errors a word so far.
  public double wordErrorRate() {
    return errors.rate();
  }

  @Override
  public void close() {
    ear.close();
    voice.close();
  }
}
