package parley.speech.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.config.Settings;
import parley.speech.TestFolders;
import parley.speech.audio.Pcm;
import parley.speech.audio.WavFile;
import parley.speech.recognize.VoskRecognizers;
import parley.speech.recording.HeardRecording.NotHeard;
import parley.speech.recording.HeardRecording.Words;
import parley.speech.synthesize.SpokenWords;

/// Voice messages, spoken by MaryTTS and heard by the real recognizer on the bundled model.
class RecordingsTest {

  private static final Settings.Speech SETTINGS =
      new Settings.Speech("auto", 1, 1, Duration.ofSeconds(30), Duration.ofSeconds(10), true);
  private static final Optional<Ffmpeg> FFMPEG =
      Ffmpeg.find(Optional.ofNullable(System.getenv("PATH")).orElse(""));

  @TempDir private static Path folder;
  private static VoskRecognizers recognizers;
  private static Path spoken;

  @BeforeAll
  static void speak() {
    recognizers = new VoskRecognizers(Map.of("en", TestFolders.model()), SETTINGS);
    spoken = folder.resolve("spoken.wav");
    WavFile.write(spoken, SpokenWords.at8k("one two three four"));
  }

  @AfterAll
  static void close() {
    assertEquals(0, recognizers.openStreams());
    recognizers.close();
  }

  @Test
  void theWordsOfAWavAreHeard() {
    String words = words(hear(Optional.empty(), spoken));

    assertTrue(words.startsWith("one two ") && words.endsWith(" four"), words);
  }

  @ParameterizedTest
  @CsvSource({"mp3, libmp3lame", "ogg, libvorbis", "opus, libopus", "m4a, aac", "flac, flac"})
  void thoseOfOtherFormsAreHeardThroughFfmpeg(String ending, String coding) throws Exception {
    assumeTrue(FFMPEG.isPresent(), "Skipped: ffmpeg is not installed (apt-get install ffmpeg)");
    Path file = folder.resolve("spoken." + ending);
    assumeTrue(coded(file, coding), "Skipped: this ffmpeg cannot write " + coding);

    // What the coding does to the sound may cost a word.
    String words = words(hear(FFMPEG, file));
    assertTrue(words.contains("two") && words.endsWith("four"), words);
    assertEquals(
        new NotHeard("Recordings of this form are heard only where ffmpeg is installed."),
        hear(Optional.empty(), file));
  }

  @Test
  void aFileThatIsNoSoundIsNotHeard() throws IOException {
    Path file = Files.writeString(folder.resolve("text.mp3"), "#EXTM3U\nfile:///etc/passwd\n");

    assertInstanceOf(NotHeard.class, hear(FFMPEG, file));
    assertInstanceOf(NotHeard.class, hear(FFMPEG, Files.writeString(folder.resolve("x.wav"), "")));
  }

  @Test
  void silenceAndWhatIsTooLongIsNotHeard() {
    assertEquals(
        new NotHeard("No words are heard in it."), hear(Optional.empty(), silence("short", 1)));
    assertEquals(
        new NotHeard("It is longer than 120 s."), hear(Optional.empty(), silence("long", 121)));
  }

  private static Path silence(String name, int seconds) {
    Path file = folder.resolve(name + ".wav");
    WavFile.write(file, new Pcm(new short[seconds * 8000], 8000));
    return file;
  }

  private static HeardRecording hear(Optional<Ffmpeg> ffmpeg, Path file) {
    return new Recordings(recognizers, "en", ffmpeg).hear(file, file.getFileName().toString());
  }

  private static String words(HeardRecording heard) {
    return assertInstanceOf(Words.class, heard, heard::toString).text();
  }

  private static boolean coded(Path file, String coding) throws Exception {
    Process ffmpeg =
        new ProcessBuilder(
                "ffmpeg",
                "-nostdin",
                "-y",
                "-v",
                "error",
                "-i",
                spoken.toString(),
                "-c:a",
                coding,
                "-strict",
                "-2",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return ffmpeg.waitFor() == 0;
  }
}
