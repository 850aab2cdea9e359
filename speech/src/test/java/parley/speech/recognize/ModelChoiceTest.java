package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelChoiceTest {
  @TempDir private Path folder;
  private Path home = Path.of("");
  private Path state = Path.of("");

  @BeforeEach
  void bundle() throws IOException {
    home = folder.resolve("home");
    state = folder.resolve("state");
    model(home.resolve("speech/models/en-telephone"), 10);
  }

  @Test
  void theBundledModelIsTakenWhenThereIsNoOther() {
    ModelChoice choice = ModelChoice.choose("auto", home, state, "en");
    assertEquals(home.resolve("speech/models/en-telephone"), choice.folder().path());
    assertEquals("the model that comes with Parley", choice.reason());
  }

  @Test
  void theLargestModelOfTheLanguageInTheStateFolderGoesFirst() throws IOException {
    model(state.resolve("models/vosk-model-small-en-us-0.15"), 100);
    model(state.resolve("models/vosk-model-en-us-0.22"), 1000);
    model(state.resolve("models/vosk-model-de-0.21"), 5000);
    ModelChoice choice = ModelChoice.choose("auto", home, state, "en");
    assertEquals(state.resolve("models/vosk-model-en-us-0.22"), choice.folder().path());
    assertTrue(choice.reason().contains("largest for en"), choice.reason());
  }

  @Test
  void aFolderThatIsNoModelIsPassedOverAndNamed() throws IOException {
    Files.createDirectories(state.resolve("models/vosk-model-en-half/am"));
    ModelChoice choice = ModelChoice.choose("auto", home, state, "en");
    assertEquals("the model that comes with Parley", choice.reason());
    assertEquals(1, choice.rejected().size());
    assertTrue(choice.rejected().getFirst().contains("am/final.mdl is missing"));
  }

  @Test
  void aFolderThatBeginsWithADotIsNoModelEvenWhenItIsOne() throws IOException {
    model(state.resolve("models/.vosk-model-small-en-us-0.15.new"), 1000);
    model(state.resolve("models/.en"), 1000);
    ModelChoice choice = ModelChoice.choose("auto", home, state, "en");
    assertEquals("the model that comes with Parley", choice.reason());
    assertEquals(List.of(), choice.rejected());
  }

  @Test
  void theSettingWinsAndMustBeAModel() throws IOException {
    Path mine = folder.resolve("mine");
    model(mine, 1);
    assertEquals(mine, ModelChoice.choose(mine.toString(), home, state, "en").folder().path());
    RecognitionException none =
        assertThrows(
            RecognitionException.class,
            () -> ModelChoice.choose(folder.resolve("none").toString(), home, state, "en"));
    assertEquals(
        folder.resolve("none") + " is not a Vosk model: there is no such folder",
        none.getMessage());
  }

  @Test
  void aLanguageWithoutAModelSaysWhereItWasSought() {
    RecognitionException none =
        assertThrows(
            RecognitionException.class, () -> ModelChoice.choose("auto", home, state, "fr"));
    String sentence = String.valueOf(none.getMessage());
    assertTrue(sentence.contains("language fr"), sentence);
    assertTrue(sentence.contains(state.resolve("models").toString()), sentence);
    assertEquals(1, sentence.lines().count());
  }

  @Test
  void vendorsCountryCodesAreUnderstood() throws IOException {
    model(state.resolve("models/vosk-model-small-cn-0.22"), 1);
    assertTrue(
        ModelChoice.choose("auto", home, state, "zh")
            .folder()
            .path()
            .endsWith("vosk-model-small-cn-0.22"));
  }

  @Test
  void ratesThatTheFrontEndRefusesAreConvertedBefore() throws IOException {
    Path strict = folder.resolve("strict");
    model(strict, 1);
    Files.writeString(strict.resolve("conf/mfcc.conf"), "--sample-frequency=16000\n");
    ModelFolder model = ModelFolder.at(strict);
    assertEquals(16_000, model.nativeRate(8000));
    assertEquals(16_000, model.nativeRate(16_000));
    Files.writeString(strict.resolve("conf/mfcc.conf"), " --allow-downsample=true \n");
    assertEquals(48_000, ModelFolder.at(strict).nativeRate(48_000));
    assertEquals(16_000, ModelFolder.at(strict).nativeRate(8000));
  }

  private static void model(Path at, int bytes) throws IOException {
    for (String name :
        new String[] {
          "am/final.mdl",
          "conf/model.conf",
          "conf/mfcc.conf",
          "graph/words.txt",
          "graph/phones/word_boundary.int",
          "graph/HCLG.fst"
        }) {
      Files.createDirectories(at.resolve(name).getParent());
      Files.write(at.resolve(name), new byte[bytes]);
    }
  }
}
