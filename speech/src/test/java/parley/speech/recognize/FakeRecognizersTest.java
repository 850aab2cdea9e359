package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.speech.audio.ScriptedVoice;

class FakeRecognizersTest extends RecognizersContract {
  private final FakeRecognizers recognizers = new FakeRecognizers();

  @Override
  Recognizers recognizers() {
    return recognizers;
  }

  @Override
  List<short[]> oneTwoThree() {
    return ScriptedVoice.say("one two three");
  }

  @Test
  void hearsWhatATestWrites() throws InterruptedException {
    HeardWords heard = new HeardWords();
    RecognizerStream stream = recognizers.open("en", 8000, Vocabulary.OPEN, heard);
    recognizers.hear(stream, "I want", "I want a person");
    stream.finish(Vocabulary.OPEN);
    assertEquals("I want", heard.partials().getFirst().words().text());
    assertEquals("I want a person", heard.awaitResult().words().text());
  }
}
