package parley.server.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.dialogue.DialogueParts;
import parley.speech.recognize.ModelChoice;

/// The model with the site's words, between two starts of Parley.
@Tag("long")
class SiteModelTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @Test
  void anAdaptedModelThatWasDamagedIsBuiltAgain(@TempDir Path folder) throws IOException {
    Settings settings =
        SettingsLoader.load(HOME, Map.of("PARLEY_STATE", folder.toString()), List.of()).settings();
    DialogueParts dialogue = DialogueParts.load(HOME, settings);
    ModelChoice first = SiteModel.choose(settings, dialogue, _ -> {});
    Path graph = first.folder().path().resolve("graph/Gr.fst");
    long whole = Files.size(graph);
    try (FileChannel file = FileChannel.open(graph, StandardOpenOption.WRITE)) {
      file.truncate(whole / 2);
    }

    List<String> said = new ArrayList<>();
    ModelChoice second = SiteModel.choose(settings, dialogue, said::add);

    assertEquals(first.folder().path(), second.folder().path());
    assertEquals(whole, Files.size(graph), "still damaged");
    assertTrue(said.getFirst().startsWith("learned the site's words"), said.toString());
  }
}
