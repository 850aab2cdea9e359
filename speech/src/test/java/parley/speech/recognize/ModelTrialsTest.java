package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.speech.TestFolders;

/// When a model is tried, and what is kept of it; the child is a fake here.
class ModelTrialsTest {
  private static final String BEGAN = ModelTrial.STEP + "it was read";

  @TempDir private Path folder;
  private final List<Path> tried = new ArrayList<>();
  private ModelTrials.Ended end = new ModelTrials.Ended(0, List.of(BEGAN));
  private Path model = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    model = DamagedModel.copy(folder.resolve("en"));
  }

  @Test
  void aModelThatLoadsIsTriedOnce() {
    assertEquals(Optional.empty(), problem());
    assertEquals(Optional.empty(), problem());
    assertEquals(List.of(model), tried);
  }

  @Test
  void anotherFolderIsAnotherModel() throws IOException {
    assertEquals(Optional.empty(), problem());
    model = DamagedModel.copy(folder.resolve("else/en"));
    assertEquals(Optional.empty(), problem());
    assertEquals(2, tried.size());
  }

  @Test
  void aFileThatChangesIsForgotten() throws IOException {
    assertEquals(Optional.empty(), problem());
    Path file = model.resolve("conf/model.conf");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    assertEquals(Optional.empty(), problem());
    Files.writeString(model.resolve("more.txt"), "one more file");
    assertEquals(Optional.empty(), problem());
    assertEquals(3, tried.size());
    assertEquals(1, kept(), "one file a model, however often it changes");
  }

  @Test
  void aModelThatFailsIsTriedAgain() {
    end = new ModelTrials.Ended(134, List.of(BEGAN));
    assertTrue(problem().isPresent());
    assertTrue(problem().isPresent());
    assertEquals(2, tried.size());
    end = new ModelTrials.Ended(0, List.of(BEGAN));
    assertEquals(Optional.empty(), problem());
  }

  @Test
  void aDamageThatCanBeReadNeedsNoChild() throws IOException {
    DamagedModel.cut("graph/HCLr.fst", 0.9).to(model);
    assertTrue(problem().isPresent());
    assertEquals(List.of(), tried);
  }

  @Test
  void whereNothingCanBeKeptModelsAreStillTaken() throws IOException {
    Files.writeString(folder.resolve("seen"), "a file where a folder should be");
    assertEquals(Optional.empty(), problem());
    assertEquals(Optional.empty(), problem());
    assertEquals(2, tried.size());
  }

  @Test
  void aMachineWithoutLibvoskIsNoFaultOfTheModel() {
    end = new ModelTrials.Ended(ModelTrial.NO_LIBRARY, List.of("PARLEY-WHY libvosk is not there"));
    RecognitionException none = assertThrows(RecognitionException.class, this::problem);
    assertEquals("libvosk is not there", none.getMessage());
  }

  @Test
  void theBundledModelIsWhole() {
    assertEquals(Optional.empty(), ModelFit.problem(TestFolders.model()));
    assertEquals(0, new TrialProcess().run(TestFolders.model()).code());
  }

  private Optional<String> problem() {
    ModelTrials trials =
        new ModelTrials(
            new SeenModels(folder.resolve("seen")),
            at -> {
              tried.add(at.path());
              return end;
            });
    return trials.problem(ModelFolder.at(model));
  }

  private int kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("seen"))) {
      return (int) files.count();
    }
  }
}
