package parley.speech.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.speech.audio.ScriptedVoice;
import parley.speech.install.ModelInstall.Wishes;
import parley.speech.recognize.HeardWords;
import parley.speech.recognize.ModelChoice;
import parley.speech.recognize.RecognizerStream;
import parley.speech.recognize.Vocabulary;
import parley.speech.recognize.VoskRecognizers;

/// Models on their way from a server or a zip to their place.
class InstallTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private TestSite site;
  private final byte[] small = ModelZips.zip(ModelZips.small(TestSite.NAME, 5_000));

  @BeforeEach
  void open() throws IOException {
    site = new TestSite(folder.resolve("state"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aModelOfTheListIsFetchedAndHearsNothingInSilence() throws Exception {
    byte[] zip = ModelZips.real(TestSite.NAME);
    site.offer(zip, "\"1\"");

    InstallOutcome outcome = site.install(TestSite.PLAIN);

    assertEquals(
        new InstallOutcome.Installed(
            site.target(), TestSite.sha256(zip), List.of("conf/mfcc.conf")),
        outcome);
    assertTrue(
        Files.readAllLines(site.target().resolve("conf/mfcc.conf"))
            .contains("--allow-upsample=true"));
    assertEquals(
        List.of(),
        site.left().stream().filter(name -> name.startsWith(".")).toList(),
        "nothing is left of the work");
    assertTrue(site.lines.getFirst().startsWith(TestSite.NAME + " (US English, small, "));
    assertTrue(site.lines.stream().anyMatch(line -> line.endsWith("(100 %)")), "" + site.lines);
    assertHearsNothingInSilence();
  }

  private void assertHearsNothingInSilence() throws InterruptedException {
    ModelChoice choice = ModelChoice.choose("auto", folder, site.state, "en");
    assertEquals(site.target(), choice.folder().path());
    Settings.Speech settings =
        new Settings.Speech("auto", 1, 1, Duration.ofSeconds(30), Duration.ofMinutes(1), false);
    try (VoskRecognizers vosk = new VoskRecognizers(Map.of("en", choice.folder()), settings)) {
      HeardWords heard = new HeardWords();
      RecognizerStream stream = vosk.open("en", 8000, Vocabulary.OPEN, heard);
      ScriptedVoice.silence(100).forEach(stream::accept);
      stream.finish(Vocabulary.OPEN);
      assertEquals("", heard.awaitResult().words().text());
      assertEquals(List.of(), heard.failures());
      stream.close();
    }
  }

  @Test
  void theLockFileSaysWhatWasInstalledAndKeepsWhatElseIsInIt() throws IOException {
    site.offer(small, "\"1\"");
    Path lock = Files.createDirectories(site.state.resolve("models")).resolve("models.lock.json");
    Files.writeString(lock, "{\"note\":1,\"models\":[{\"name\":\"other\",\"sha256\":\"ab\"}]}");

    site.install(TestSite.PLAIN);

    JsonNode root = JSON.readTree(Files.readAllBytes(lock));
    assertEquals(1, root.path("note").asInt());
    assertEquals("other", root.path("models").path(0).path("name").asText());
    JsonNode entry = root.path("models").path(1);
    assertEquals(TestSite.NAME, entry.path("name").asText());
    assertEquals(site.server.address(TestSite.ZIP).toString(), entry.path("url").asText());
    assertEquals(small.length, entry.path("size").asLong());
    assertEquals(TestSite.md5(small), entry.path("md5").asText());
    assertEquals(TestSite.sha256(small), entry.path("sha256").asText());
    assertEquals(TestSite.NOW.toString(), entry.path("installed_at").asText());
    assertEquals("[\"conf/mfcc.conf\"]", entry.path("changed_files").toString());
    assertEquals(1, InstalledModel.ofState(site.state).size());
    assertTrue(InstalledModel.ofState(site.state).getFirst().lock().isPresent());
  }

  @Test
  void aModelThatIsThereIsFetchedOnlyWhenAskedForAgain() throws IOException {
    site.offer(small, "\"1\"");
    site.install(TestSite.PLAIN);

    assertEquals(new InstallOutcome.AlreadyThere(site.target()), site.install(TestSite.PLAIN));
    assertEquals(1, site.server.requests(TestSite.ZIP).size());

    Files.writeString(site.target().resolve("mine.txt"), "goes with the old one");
    assertInstanceOf(InstallOutcome.Installed.class, site.install(TestSite.AGAIN));
    assertEquals(2, site.server.requests(TestSite.ZIP).size());
    assertFalse(Files.exists(site.target().resolve("mine.txt")));
    assertEquals(List.of(), site.left().stream().filter(name -> name.startsWith(".")).toList());
  }

  @Test
  void somethingElseInItsPlaceIsSaid() throws IOException {
    site.offer(small, "\"1\"");
    Files.createDirectories(site.target().resolve("am"));

    String sentence = site.failure(TestSite.PLAIN);

    assertTrue(sentence.contains("am/final.mdl is missing"), sentence);
    assertTrue(sentence.endsWith("install it with --again to replace it"), sentence);
    assertInstanceOf(InstallOutcome.Installed.class, site.install(TestSite.AGAIN));
  }

  @Test
  void aZipThatChangedUnderItsAddressIsRefusedUnlessAccepted() {
    site.offer(small, "\"1\"");
    site.install(TestSite.PLAIN);
    byte[] other = ModelZips.zip(ModelZips.small(TestSite.NAME, 6_000));
    site.offer(other, "\"2\"");

    String sentence = site.failure(TestSite.AGAIN);

    assertTrue(sentence.contains(TestSite.sha256(small)), sentence);
    assertTrue(sentence.contains(TestSite.sha256(other)), sentence);
    assertTrue(sentence.contains("--accept-change"), sentence);
    assertEquals(5_000, site.target().resolve("am/final.mdl").toFile().length());
    site.install(new Wishes(true, true));
    assertEquals(6_000, site.target().resolve("am/final.mdl").toFile().length());
    site.install(TestSite.AGAIN);
  }

  @Test
  void aZipAtHandIsInstalledWithoutAListAndWithoutInventedFigures() throws IOException {
    Path zip = Files.write(folder.resolve("vosk-model-de-mine.zip"), small);

    InstallOutcome outcome = site.open().installFrom(zip, TestSite.PLAIN);

    Path target = site.state.resolve("models/vosk-model-de-mine");
    assertEquals(target, outcome.folder());
    assertTrue(Files.isRegularFile(target.resolve("am/final.mdl")));
    assertTrue(Files.exists(zip));
    JsonNode entry =
        JSON.readTree(Files.readAllBytes(site.state.resolve("models/models.lock.json")))
            .path("models")
            .path(0);
    assertTrue(entry.path("md5").isNull() && entry.path("size").isNull(), entry.toString());
    assertEquals(TestSite.sha256(small), entry.path("sha256").asText());
    assertEquals(
        new InstallOutcome.AlreadyThere(target), site.open().installFrom(zip, TestSite.PLAIN));
  }

  @Test
  void whatIsNoZipAtHandIsSaid() throws IOException {
    for (String name : List.of("none.zip", "model.tar", ".hidden.zip")) {
      Path file = folder.resolve(name);
      if (!name.equals("none.zip")) {
        Files.write(file, small);
      }
      InstallException failed =
          assertThrows(InstallException.class, () -> site.open().installFrom(file, TestSite.PLAIN));
      String sentence = String.valueOf(failed.getMessage());
      assertTrue(sentence.startsWith(file + " is no zip to install: "), sentence);
    }
    Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
    InstallException failed =
        assertThrows(InstallException.class, () -> site.open().installFrom(text, TestSite.PLAIN));
    assertTrue(String.valueOf(failed.getMessage()).contains("damaged or no zip at all"));
    assertTrue(Files.exists(text), "what belongs to the operator stays");
    assertEquals(List.of(), site.left());
  }

  @Test
  void aListAndItsZipsCanBeFiles() throws IOException {
    Path mirror = Files.createDirectories(folder.resolve("mirror"));
    Files.write(mirror.resolve("m.zip"), small);
    Path list = mirror.resolve("model-list.json");
    String entry = TestSite.entry(TestSite.NAME, small.length, TestSite.md5(small), "m.zip");
    Files.writeString(list, "[" + entry + "]");
    site.listAt(list.toUri());

    assertEquals(site.target(), site.open().install("en-small", TestSite.PLAIN).folder());
  }

  @Test
  void brokenEntriesOfTheListAreCountedAndPassedOver() {
    site.offer(small, "\"1\"");
    String good =
        TestSite.entry(
            TestSite.NAME,
            small.length,
            TestSite.md5(small),
            site.server.address(TestSite.ZIP).toString());
    site.list(
        "[17, {\"name\":\"no-more\"}, "
            + good.replace("\"size\":" + small.length, "\"size\":\"none\"")
            + ", "
            + good.replace(TestSite.NAME + "\",\"obs", "../../evil\",\"obs")
            + ", "
            + good.replace("\"obsolete\":\"false\"", "\"obsolete\":false, \"new\":{}")
            + "]");

    site.install(TestSite.PLAIN);

    assertEquals("Entries of the list that could not be read: 4", site.lines.getFirst());
  }

  @Test
  void twoInstallsAtOnceAreOneTooMany() {
    site.offer(small, "\"1\"");
    List<String> second = new ArrayList<>();
    site.onLine(line -> {
      if (line.contains("US English")) {
        second.add(site.failure(TestSite.PLAIN));
      }
    });

    site.install(TestSite.PLAIN);

    assertEquals(
        List.of(
            "Another install works in "
                + site.state.resolve("models")
                + "; wait until it has ended"),
        second);
  }
}
