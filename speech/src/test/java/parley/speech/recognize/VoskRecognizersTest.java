package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.speech.TestFolders;
import parley.speech.audio.Frames;
import parley.speech.audio.Resampler;
import parley.speech.audio.ScriptedVoice;
import parley.speech.audio.WavFile;
import parley.speech.synthesize.SpokenWords;

/// The real recognizer on the bundled model, spoken to by MaryTTS and, where it is there, recorded
/// people.
class VoskRecognizersTest extends RecognizersContract {
  private static final Settings.Speech SETTINGS =
      new Settings.Speech("auto", 2, 1, Duration.ofSeconds(30), Duration.ofMinutes(2), true);

  private static final Vocabulary DIGITS =
      new Vocabulary.Phrases(
          "digits",
          List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"));

  private static VoskRecognizers recognizers;

  @BeforeAll
  static void load() {
    recognizers = new VoskRecognizers(Map.of("en", TestFolders.model()), SETTINGS);
  }

  @AfterAll
  static void close() {
    recognizers.close();
    recognizers.close();
    assertEquals(0, recognizers.recognizersInMemory());
  }

  @Override
  Recognizers recognizers() {
    return recognizers;
  }

  @Override
  List<short[]> oneTwoThree() {
    return Frames.of(SpokenWords.at8k("one two three"));
  }

  @Test
  void wordsBeforeALongPauseAreKeptAndTimesGoOn() throws InterruptedException {
    HeardWords heard = new HeardWords();
    RecognizerStream stream = recognizers.open("en", 8000, COUNTING, heard);
    oneTwoThree().forEach(stream::accept);
    // Longer than all of Vosk's own silence rules: it ends the utterance for itself here.
    ScriptedVoice.silence(150).forEach(stream::accept);
    oneTwoThree().forEach(stream::accept);
    stream.finish(COUNTING);
    Transcript words = heard.awaitResult().words();
    assertEquals("one two three one two three", words.text());
    assertTrue(words.words().get(3).start().compareTo(Duration.ofSeconds(3)) > 0);
    stream.close();
  }

  @Test
  void unknownSoundsAreNeverAWord() throws InterruptedException {
    HeardWords heard = new HeardWords();
    Vocabulary yesNo = new Vocabulary.Phrases("yes-no", List.of("yes", "no"));
    RecognizerStream stream = recognizers.open("en", 8000, yesNo, heard);
    Frames.of(SpokenWords.at8k("seventeen conference rooms")).forEach(stream::accept);
    stream.finish(yesNo);
    assertFalse(heard.awaitResult().words().text().contains("unk"));
    assertTrue(heard.partials().stream().noneMatch(told -> told.words().text().contains("unk")));
    stream.close();
  }

  @Test
  void whoeverIsAskedForDigitsMayCryForHelpAndDigitsAreDigits() throws InterruptedException {
    Vocabulary asked = new Vocabulary.Expected((Vocabulary.Phrases) DIGITS);
    HeardWords heard = new HeardWords();
    RecognizerStream stream = recognizers.open("en", 8000, asked, heard);
    assertEquals("please call an ambulance", after("Please call an ambulance.", stream, heard));
    assertEquals("one two three", after("one two three", stream, heard));
    assertEquals("talk to a person", after("Talk to a person.", stream, heard));
    stream.close();
  }

  private static String after(String sentence, RecognizerStream stream, HeardWords heard)
      throws InterruptedException {
    Frames.of(SpokenWords.at8k(sentence)).forEach(stream::accept);
    stream.finish(new Vocabulary.Expected((Vocabulary.Phrases) DIGITS));
    return heard.awaitResult().words().text();
  }

  @Test
  void aVocabularyOfUnknownWordsHearsEverythingAndCountsThem() throws InterruptedException {
    HeardWords heard = new HeardWords();
    int before = recognizers.unknownWords();
    Vocabulary strange = new Vocabulary.Phrases("strange", List.of("xyzzy plugh", "xyzzy"));
    RecognizerStream stream = recognizers.open("en", 8000, strange, heard);
    oneTwoThree().forEach(stream::accept);
    stream.finish(strange);
    assertFalse(heard.awaitResult().words().isEmpty());
    assertEquals(before + 2, recognizers.unknownWords());
    stream.close();
  }

  @Test
  void audioBeyondTheLagIsDroppedAndCounted() throws InterruptedException {
    Settings.Speech narrow =
        new Settings.Speech("auto", 1, 1, Duration.ofSeconds(5), Duration.ofMillis(200), false);
    try (VoskRecognizers slow = new VoskRecognizers(Map.of("en", TestFolders.model()), narrow)) {
      HeardWords heard = new HeardWords();
      RecognizerStream stream = slow.open("en", 8000, Vocabulary.OPEN, heard);
      for (int i = 0; i < 20; i++) {
        oneTwoThree().forEach(stream::accept);
      }
      stream.finish(Vocabulary.OPEN);
      Transcript words = heard.awaitResult().words();
      assertTrue(slow.framesDropped() > 0, "dropped " + slow.framesDropped());
      assertTrue(heard.failures().isEmpty());
      assertTrue(words.words().size() < 60);
    }
  }

  @Test
  void aModelThatTakesNoLowerRateHearsTelephoneAudioAllTheSame(@TempDir Path folder)
      throws IOException, InterruptedException {
    ModelFolder strict = copyWithoutUpsampling(TestFolders.model().path(), folder.resolve("en"));
    assertEquals(strict.sampleRateHz(), strict.nativeRate(8000));
    try (VoskRecognizers narrow = new VoskRecognizers(Map.of("en", strict), SETTINGS)) {
      HeardWords heard = new HeardWords();
      RecognizerStream stream = narrow.open("en", 8000, COUNTING, heard);
      oneTwoThree().forEach(stream::accept);
      stream.finish(COUNTING);
      Transcript words = heard.awaitResult().words();
      assertEquals("one two three", words.text());
      assertTrue(words.words().getLast().end().compareTo(Duration.ofSeconds(3)) < 0);
    }
  }

  @Test
  void wideBandAudioIsHeard() throws InterruptedException {
    HeardWords heard = new HeardWords();
    RecognizerStream stream = recognizers.open("en", 16_000, COUNTING, heard);
    Frames.of(SpokenWords.at16k("one two three")).forEach(stream::accept);
    stream.finish(COUNTING);
    // The bundled model is one for telephones: it need not hear all of it.
    assertTrue(heard.awaitResult().words().text().endsWith("three"));
    stream.close();
  }

  @Test
  void aListenerThatThrowsBreaksItsOwnStreamOnly() throws InterruptedException {
    HeardWords heard = new HeardWords();
    RecognizerStream.Listener broken =
        new RecognizerStream.Listener() {
          @Override
          public void partial(long utterance, Transcript words) {
            throw new IllegalStateException("a fault of the listener");
          }

          @Override
          public void finished(long utterance, Transcript words) {}

          @Override
          public void failed(RuntimeException why) {
            heard.failed(why);
          }
        };
    RecognizerStream bad = recognizers.open("en", 8000, COUNTING, broken);
    oneTwoThree().forEach(bad::accept);
    heard.awaitResult();
    assertEquals(1, heard.failures().size());
    bad.close();
    RecognizerStream good = recognizers.open("en", 8000, COUNTING, heard);
    oneTwoThree().forEach(good::accept);
    good.finish(COUNTING);
    assertEquals("one two three", heard.awaitResult().words().text());
    good.close();
  }

  @Test
  void recordedPeopleAreUnderstood() throws IOException, InterruptedException {
    Path folder = TestFolders.recordedSpeech();
    int right = 0;
    int all = 0;
    for (String line : Files.readAllLines(folder.resolveSibling("test.tsv"))) {
      String[] fields = line.split("\t");
      if (fields[0].startsWith("fsddstr8k")) {
        right += understood(folder.resolve(fields[0])).equals(fields[1]) ? 1 : 0;
        all++;
      }
    }
    assertTrue(right > all / 2, right + " of " + all + " strings of digits were right");
  }

  private static String understood(Path file) throws InterruptedException {
    HeardWords heard = new HeardWords();
    RecognizerStream stream = recognizers.open("en", 8000, DIGITS, heard);
    Frames.of(Resampler.convert(WavFile.read(file), 8000)).forEach(stream::accept);
    stream.finish(DIGITS);
    String text = heard.awaitResult().words().text();
    stream.close();
    return text;
  }

  @Test
  void aClosedRecognizerOpensNothing() {
    VoskRecognizers gone = new VoskRecognizers(Map.of("en", TestFolders.model()), SETTINGS);
    gone.close();
    assertThrows(
        RecognitionException.class, () -> gone.open("en", 8000, Vocabulary.OPEN, new HeardWords()));
  }

  private static ModelFolder copyWithoutUpsampling(Path from, Path to) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(from)) {
      walk.filter(Files::isRegularFile).forEach(files::add);
    }
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    Path mfcc = to.resolve("conf/mfcc.conf");
    List<String> kept = new ArrayList<>(Files.readAllLines(mfcc));
    kept.removeIf(option -> option.contains("upsample"));
    Files.delete(mfcc);
    Files.write(mfcc, kept);
    return ModelFolder.at(to);
  }
}
