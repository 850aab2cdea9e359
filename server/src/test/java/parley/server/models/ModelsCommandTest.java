package parley.server.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.dialogue.log.CallLog;
import parley.server.command.CommandContext;
import parley.server.command.CommandLineFactory;
import parley.speech.adapt.AdaptException;
import parley.speech.adapt.Adaptation;
import parley.speech.adapt.AdaptedModel;
import parley.speech.recognize.ModelFolder;

/// `./parley models` with a server of models on this machine.
@Tag("long")
class ModelsCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String NAME = "vosk-model-small-en-us-0.15";
  private static final Path MODEL =
      Path.of(System.getProperty("parley.home", "..")).resolve("speech/models/en-telephone");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer server;
  private Path target;

  @BeforeEach
  void serve() throws Exception {
    Path settings = Files.createDirectories(folder.resolve("config")).resolve("parley.yaml");
    Files.writeString(settings, "site:\n  name: Test\n");
    target = folder.resolve("state/models").resolve(NAME);
    Path bundled = folder.resolve("speech/models/en-telephone");
    Files.createDirectories(bundled.getParent());
    Files.createSymbolicLink(bundled, MODEL.toRealPath());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] zip = zip();
    serve("/m.zip", zip);
    String entry =
        """
        {"name":"%s","lang":"en-us","lang_text":"US English","type":"small","version":"0.15",
         "obsolete":"false","size":%d,"md5":"%s","url":"m.zip"}\
        """
            .formatted(
                NAME,
                zip.length,
                HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(zip)));
    serve("/model-list.json", ("[{}," + entry + "]").getBytes(StandardCharsets.UTF_8));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void serve(String path, byte[] content) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
          }
        });
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path file : files()) {
        zip.putNextEntry(new ZipEntry(NAME + "/" + MODEL.relativize(file)));
        zip.write(
            file.endsWith("mfcc.conf")
                ? Files.readString(file)
                    .replace("--allow-upsample=true", "")
                    .replace("--sample-frequency=8000", "--sample-frequency=16000")
                    .getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(MODEL)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Map<String, String> environment =
        Map.of(
            "PARLEY_STATE",
            folder.resolve("state").toString(),
            "PARLEY_SPEECH_MODEL_LIST",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/model-list.json");
    CommandContext context =
        new CommandContext(
            folder, environment, new PrintWriter(out), new PrintWriter(err), new NoCallLog());
    ModelsCommand models =
        new ModelsCommand(context, Clock.fixed(NOW, ZoneOffset.UTC), _ -> {}, this::adapted);
    return CommandLineFactory.of(context, List.of(models)).execute(arguments);
  }

  private AdaptedModel adapted(Settings settings, boolean again) {
    if (settings.site().name().equals("Nowhere")) {
      throw new AdaptException("There is nothing to adapt");
    }
    Adaptation words =
        new Adaptation(
            "0",
            16_704,
            List.of("quandrell", "zorbiflex"),
            List.of("zorbiflex"),
            List.of("qx"),
            7,
            9);
    return new AdaptedModel(
        ModelFolder.at(folder.resolve("speech/models/en-telephone")), words, again);
  }

  @Test
  void whatBecameOfTheSitesWordsIsListed() throws IOException {
    assertEquals(0, run("models", "adapt", "--again"), err.toString());
    assertTrue(out.toString().contains("built now, words 16704, from 7 sentences"), out.toString());
    assertTrue(out.toString().contains("new words        2: quandrell zorbiflex\n"));
    assertTrue(out.toString().contains("sound derived    1: zorbiflex\n"));
    assertTrue(out.toString().contains("cannot be heard  1: qx\n"));

    assertEquals(0, run("models", "adapt", "--json"));
    JsonNode document = JSON.readTree(out.toString());
    assertEquals("qx", document.at("/unknown/0").asText());
    assertFalse(document.path("built_now").asBoolean());
  }

  private static final class NoCallLog implements CommandContext.CallLogAccess {
    @Override
    public <T> T read(Settings settings, Function<CallLog, T> work) {
      throw new IllegalStateException("Models are in no database");
    }
  }

  @Test
  void anInstalledModelIsUsedAndListed() throws IOException {
    assertEquals(0, run("models", "install", "en-small"), err.toString());
    assertTrue(out.toString().startsWith("Installed " + target + "\nSHA-256 "), out.toString());
    assertTrue(out.toString().contains("(--allow-upsample=true): conf/mfcc.conf\n"));
    assertTrue(out.toString().contains("Used for en: " + target + " ("), out.toString());
    assertTrue(err.toString().contains("Entries of the list that could not be read: 1"));

    assertEquals(0, run("models", "install", NAME));
    assertTrue(out.toString().startsWith(target + " is already installed; --again replaces it."));

    assertEquals(0, run("models", "list"));
    assertTrue(out.toString().contains("  " + NAME + " "), out.toString());
    assertTrue(out.toString().contains("installed " + NOW), out.toString());
    assertTrue(out.toString().contains("  en-telephone "), out.toString());

    assertEquals(0, run("models", "list", "--json"));
    JsonNode document = JSON.readTree(out.toString());
    assertEquals(NAME, document.path("installed").path(0).path("name").asText());
    assertEquals(NOW.toString(), document.at("/installed/0/lock/installed_at").asText());
    assertEquals("en-telephone", document.path("bundled").path(0).path("name").asText());
    assertEquals(target.toString(), document.path("used").path("path").asText());
    assertEquals("", err.toString());
  }

  @Test
  void withoutInstalledModelsTheBundledOneIsUsed() throws IOException {
    assertEquals(0, run("models", "list"));
    assertTrue(out.toString().contains("models:\n  none\n"), out.toString());
    assertTrue(out.toString().contains("(the model that comes with Parley)"), out.toString());

    assertEquals(0, run("models", "list", "--language", "fr", "--json"));
    JsonNode used = JSON.readTree(out.toString()).path("used");
    assertTrue(used.path("path").isNull(), used.toString());
    assertTrue(used.path("reason").asText().contains("./parley models install fr"));
  }

  @Test
  void theVendorsModelsAreListed() throws IOException {
    assertEquals(0, run("models", "list", "--available"));
    assertTrue(out.toString().startsWith(NAME + " "), out.toString());
    assertTrue(out.toString().contains("Entries of the list that could not be read: 1"));

    assertEquals(0, run("models", "list", "--available", "--language", "fr"));
    assertTrue(out.toString().startsWith("The list has no model for fr; it has some for: en-us\n"));

    assertEquals(0, run("models", "list", "--available", "--json"));
    JsonNode document = JSON.readTree(out.toString());
    assertEquals(1, document.path("broken_entries").asInt());
    assertEquals(NAME, document.path("models").path(0).path("name").asText());
    assertFalse(Files.exists(target));
  }

  @Test
  void aZipAtHandIsInstalled() throws IOException {
    Path zip = Files.write(folder.resolve("my-en.zip"), zip());
    assertEquals(0, run("models", "install", "--from", zip.toString()), err.toString());
    assertTrue(Files.isDirectory(target.resolveSibling("my-en")));
  }

  @Test
  void failuresAreOneSentence() {
    assertEquals(1, run("models", "install", "fr"));
    assertEquals(
        "parley: There is no model fr in http://127.0.0.1:"
            + server.getAddress().getPort()
            + "/model-list.json; it has models for: en-us.",
        err.toString().lines().reduce((_, last) -> last).orElse(""));
    assertEquals("", out.toString());
  }

  @Test
  void oneModelHasToBeNamed() {
    assertEquals(2, run("models", "install"));
    assertTrue(err.toString().contains("Name one model"), err.toString());
    assertEquals(2, run("models", "install", "en", "--from", "en.zip"));
    assertEquals(2, run("models"));
  }
}
