package parley.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackOffer;
import parley.dialogue.callback.CallbackWish;
import parley.dialogue.files.BadFilesException;
import parley.dialogue.files.Problem;

class CallbackPartsTest {

  @TempDir Path home;

  @Test
  void theShippedFilesMakeAWorkingDesk() {
    Path shipped = Path.of(System.getProperty("parley.home", ".."));
    Settings settings = SettingsLoader.load(shipped, Map.of(), List.of()).settings();

    CallbackParts parts = CallbackParts.load(settings);

    CallbackWish wish = CallbackWish.soon(new PhoneNumber("020 7946 0123"), "general");
    CallbackOffer offer = parts.times().offer(wish, Instant.parse("2026-11-26T09:00:00Z"));
    assertInstanceOf(CallbackOffer.Possible.class, offer);
    assertEquals(2, parts.hours().get().size());
    assertEquals(0, parts.neverCalled());
  }

  @Test
  void whatIsWrongInAllFilesIsToldAtOnce() throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config/hours.yaml"), "queues:\n  general:\n    week: {monday: 8-20}\n");
    Files.writeString(home.resolve("config/do-not-call.txt"), "\n+44\n");
    Settings settings = SettingsLoader.load(home, Map.of(), List.of()).settings();

    BadFilesException wrong =
        assertThrows(BadFilesException.class, () -> CallbackParts.load(settings));

    assertEquals(
        List.of("config/do-not-call.txt:2", "config/hours.yaml:3"),
        wrong.problems().stream().map(CallbackPartsTest::place).toList());
  }

  private static String place(Problem problem) {
    return problem.file() + ":" + problem.line();
  }
}
