package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelChoiceTest {
  @TempDir private Path folder;
  private Path home = Path.of("");
  private Path state = Path.of("");

  /** Models whose names begin so fail their trial. */
  private String broken = "";

  @BeforeEach
  void bundle() throws IOException {
    home = folder.resolve("home");
    state = folder.resolve("state");
    model(home.resolve("speech/models/en-telephone"), 10);
  }

  @Test
  void theBundledModelIsTakenWhenThereIsNoOther() {
    ModelChoice choice = choose("auto", "en");
    assertEquals(home.resolve("speech/models/en-telephone"), choice.folder().path());
    assertEquals("the model that comes with Parley", choice.reason());
  }

  @Test
  void theLargestModelOfTheLanguageInTheStateFolderGoesFirst() throws IOException {
    model(state.resolve("models/vosk-model-small-en-us-0.15"), 100);
    model(state.resolve("models/vosk-model-en-us-0.22"), 1000);
    model(state.resolve("models/vosk-model-de-0.21"), 5000);
    ModelChoice choice = choose("auto", "en");
    assertEquals(state.resolve("models/vosk-model-en-us-0.22"), choice.folder().path());
    assertTrue(choice.reason().contains("largest for en"), choice.reason());
  }

  @Test
  void aFolderThatIsNoModelIsPassedOverAndNamed() throws IOException {
    Files.createDirectories(state.resolve("models/vosk-model-en-half/am"));
    ModelChoice choice = choose("auto", "en");
    assertEquals("the model that comes with Parley", choice.reason());
    assertEquals(1, choice.rejected().size());
    assertTrue(choice.rejected().getFirst().contains("am/final.mdl is missing"));
  }

  @Test
  void aFolderThatBeginsWithADotIsNoModelEvenWhenItIsOne() throws IOException {
    model(state.resolve("models/.vosk-model-small-en-us-0.15.new"), 1000);
    model(state.resolve("models/.en"), 1000);
    ModelChoice choice = choose("auto", "en");
    assertEquals("the model that comes with Parley", choice.reason());
    assertEquals(List.of(), choice.rejected());
  }

  @Test
  void theSettingWinsAndMustBeAModel() throws IOException {
    Path mine = folder.resolve("mine");
    model(mine, 1);
    assertEquals(mine, choose(mine.toString(), "en").folder().path());
    RecognitionException none =
        assertThrows(
            RecognitionException.class, () -> choose(folder.resolve("none").toString(), "en"));
    assertEquals(
        folder.resolve("none") + " is not a Vosk model: there is no such folder",
        none.getMessage());
  }

  @Test
  void aLanguageWithoutAModelSaysWhereItWasSought() {
    RecognitionException none =
        assertThrows(RecognitionException.class, () -> choose("auto", "fr"));
    String sentence = String.valueOf(none.getMessage());
    assertTrue(sentence.contains("language fr"), sentence);
    assertTrue(sentence.contains(state.resolve("models").toString()), sentence);
    assertEquals(1, sentence.lines().count());
  }

  @Test
  void vendorsCountryCodesAreUnderstood() throws IOException {
    model(state.resolve("models/vosk-model-small-cn-0.22"), 1);
    assertTrue(choose("auto", "zh").folder().path().endsWith("vosk-model-small-cn-0.22"));
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

  @Test
  void theNextLargestTakesThePlaceOfOneThatFailsItsTrial() throws IOException {
    model(state.resolve("models/en-middle"), 50);
    model(state.resolve("models/en-large"), 100);
    broken = "en-large";
    ModelChoice choice = choose("auto", "en");
    assertEquals(state.resolve("models/en-middle"), choice.folder().path());
    assertEquals(List.of("en-large is broken"), choice.rejected());
    broken = "en";
    RecognitionException none =
        assertThrows(RecognitionException.class, () -> choose("auto", "en"));
    assertTrue(String.valueOf(none.getMessage()).contains("(en-large is broken; en-middle is"));
  }

  @Test
  void aNamedModelThatFailsItsTrialIsAFailure() throws IOException {
    model(folder.resolve("mine"), 1);
    broken = "mine";
    RecognitionException refused =
        assertThrows(
            RecognitionException.class, () -> choose(folder.resolve("mine").toString(), "en"));
    assertEquals("mine is broken", refused.getMessage());
  }

  @Test
  void theLastOfTwoRatesCounts() throws IOException {
    Path twice = folder.resolve("twice");
    model(twice, 1);
    Files.writeString(
        twice.resolve("conf/mfcc.conf"),
        "--sample-frequency=16000\n--sample-frequency=8000 # telephone\n");
    assertEquals(8000, ModelFolder.at(twice).sampleRateHz());
  }

  private ModelChoice choose(String setting, String language) {
    return ModelChoice.choose(
        setting,
        home,
        state,
        language,
        model -> {
          String name = model.path().getFileName().toString();
          return !broken.isEmpty() && name.startsWith(broken)
              ? Optional.of(name + " is broken")
              : Optional.empty();
        });
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
    Files.writeString(at.resolve("am/final.mdl"), "\0B<TransitionModel> ");
    Files.write(at.resolve("graph/HCLG.fst"), DamagedModel.graph(1, 1));
  }
}
