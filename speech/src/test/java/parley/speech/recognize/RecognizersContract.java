package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.speech.audio.ScriptedVoice;

/// What every implementation of [Recognizers] does.
abstract class RecognizersContract {
  /** Few words, so that the tests hold with any model that hears a little. */
  static final Vocabulary COUNTING =
      new Vocabulary.Phrases("counting", List.of("one", "two", "three"));

  private final HeardWords heard = new HeardWords();

  abstract Recognizers recognizers();

  /** Audio at 8000 Hz of someone who says "one two three". */
  abstract List<short[]> oneTwoThree();

  @Test
  void partialWordsComeWhileTheCallerSpeaksAndFinalOnesAfter() throws InterruptedException {
    RecognizerStream stream = open();
    oneTwoThree().forEach(stream::accept);
    stream.finish(COUNTING);
    HeardWords.Told result = heard.awaitResult();
    assertEquals("one two three", result.words().text());
    assertEquals(1, result.utterance());
    assertFalse(heard.partials().isEmpty());
    assertTrue(heard.partials().stream().allMatch(partial -> partial.utterance() == 1));
    assertEquals("one two three", heard.partials().getLast().words().text());
    stream.close();
  }

  @Test
  void partialsAreToldOnlyWhenTheyChange() throws InterruptedException {
    RecognizerStream stream = open();
    oneTwoThree().forEach(stream::accept);
    stream.finish(COUNTING);
    heard.awaitResult();
    List<String> texts = heard.partials().stream().map(told -> told.words().text()).toList();
    for (int i = 1; i < texts.size(); i++) {
      assertFalse(texts.get(i).equals(texts.get(i - 1)));
    }
    stream.close();
  }

  @Test
  void wordTimesAscendAndStartWithTheirUtterance() throws InterruptedException {
    RecognizerStream stream = open();
    for (int utterance = 1; utterance <= 3; utterance++) {
      List<short[]> audio = oneTwoThree();
      audio.forEach(stream::accept);
      stream.finish(COUNTING);
      HeardWords.Told result = heard.awaitResult();
      assertEquals(utterance, result.utterance());
      assertEquals("one two three", result.words().text());
      Duration before = Duration.ZERO;
      for (Transcript.Word word : result.words().words()) {
        assertTrue(word.start().compareTo(before) >= 0, "words do not overlap");
        assertTrue(word.end().compareTo(word.start()) > 0, "a word takes time");
        assertTrue(word.confidence() > 0 && word.confidence() <= 1);
        before = word.end();
      }
      assertTrue(before.compareTo(Duration.ofMillis(20L * audio.size() + 100)) <= 0);
    }
    stream.close();
  }

  @Test
  void theUtteranceNumberRisesWithFinishAndRestart() {
    RecognizerStream stream = open();
    assertEquals(1, stream.utterance());
    stream.finish(COUNTING);
    assertEquals(2, stream.utterance());
    stream.restart(Vocabulary.OPEN);
    assertEquals(3, stream.utterance());
    stream.close();
  }

  @Test
  void aRestartForgetsWhatWasSaid() throws InterruptedException {
    RecognizerStream stream = open();
    oneTwoThree().forEach(stream::accept);
    stream.restart(COUNTING);
    ScriptedVoice.silence(50).forEach(stream::accept);
    stream.finish(COUNTING);
    HeardWords.Told result = heard.awaitResult();
    assertEquals(2, result.utterance());
    assertTrue(result.words().isEmpty(), "heard " + result.words().text());
    stream.close();
  }

  @Test
  void anUtteranceWithoutAudioIsFinishedWithNoWords() throws InterruptedException {
    RecognizerStream stream = open();
    stream.finish(COUNTING);
    assertEquals(new HeardWords.Told(1, Transcript.EMPTY), heard.awaitResult());
    stream.close();
  }

  @Test
  void aClosedStreamTellsNothingAndIsNotOpen() throws InterruptedException {
    Recognizers recognizers = recognizers();
    int before = recognizers.openStreams();
    RecognizerStream stream = open();
    assertEquals(before + 1, recognizers.openStreams());
    oneTwoThree().forEach(stream::accept);
    stream.close();
    stream.close();
    assertEquals(before, recognizers.openStreams());
    int told = heard.partials().size();
    stream.accept(new short[160]);
    stream.finish(COUNTING);
    RecognizerStream other = open();
    oneTwoThree().forEach(other::accept);
    other.finish(COUNTING);
    assertEquals("one two three", heard.awaitResult().words().text());
    assertTrue(heard.toldNothingMore());
    assertTrue(heard.partials().size() > told);
    other.close();
  }

  @Test
  void onlyWordsOfTheVocabularyAreHeard() throws InterruptedException {
    RecognizerStream stream =
        recognizers().open("en", 8000, new Vocabulary.Phrases("two", List.of("two")), heard);
    oneTwoThree().forEach(stream::accept);
    stream.finish(COUNTING);
    assertTrue(
        heard.awaitResult().words().words().stream().allMatch(word -> word.text().equals("two")));
    stream.close();
  }

  @Test
  void whatCannotBeHeardIsRefused() {
    Recognizers recognizers = recognizers();
    assertTrue(recognizers.hears("en"));
    assertFalse(recognizers.hears("tlh"));
    assertThrows(
        RecognitionException.class, () -> recognizers.open("tlh", 8000, Vocabulary.OPEN, heard));
    assertThrows(
        IllegalArgumentException.class,
        () -> recognizers.open("en", 44_100, Vocabulary.OPEN, heard));
    RecognizerStream stream = open();
    assertThrows(IllegalArgumentException.class, () -> stream.accept(new short[80]));
    stream.close();
  }

  private RecognizerStream open() {
    return recognizers().open("en", 8000, COUNTING, heard);
  }
}
