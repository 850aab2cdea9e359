package parley.server.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.config.SettingsLoader;

/// `./parley doctor` names what is wrong with the files of calling back.
class FileChecksTest {

  @TempDir Path home;

  @Test
  void brokenHoursAndListsAreToldWithTheirLine() throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config/hours.yaml"), "queues:\n  general:\n    week: {monday: 25:00}\n");
    Files.writeString(home.resolve("config/do-not-call.txt"), "\nnobody\n");
    Settings settings = SettingsLoader.load(home, Map.of(), List.of()).settings();

    List<Finding> hours =
        FileChecks.files(settings).stream().filter(one -> one.name().equals("hours")).toList();

    assertEquals(
        List.of(
            "config/do-not-call.txt:2: The line holds no telephone number that can exist.",
            "config/hours.yaml:3: `monday` holds `25:00`."),
        hours.stream().map(Finding::text).toList());
    assertEquals(
        List.of(Finding.Level.FAIL, Finding.Level.FAIL),
        hours.stream().map(Finding::level).toList());
  }
}
