package parley.speech.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import parley.speech.install.ModelInstall.Wishes;

/// A state folder and a server with one model, `vosk-model-small-en-us-0.15`.
final class TestSite implements AutoCloseable {
  static final String NAME = "vosk-model-small-en-us-0.15";
  static final String ZIP = "/vosk/models/" + NAME + ".zip";
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Wishes PLAIN = new Wishes(false, false);
  static final Wishes AGAIN = new Wishes(true, false);

  private static final String LIST = "/vosk/models/model-list.json";

  final Path state;
  final ModelServer server;
  final List<String> lines = new CopyOnWriteArrayList<>();
  private Consumer<String> onLine = _ -> {};
  private HttpClient client = Web.builder().build();
  private Duration stall = Duration.ofSeconds(30);
  private URI list;

  TestSite(Path state) throws IOException {
    this(state, new ModelServer());
  }

  TestSite(Path state, ModelServer server) {
    this.state = state;
    this.server = server;
    this.list = server.address(LIST);
  }

  /// Serves a zip, and a list that tells the truth of it.
  void offer(byte[] zip, String etag) {
    server.serve(ZIP, zip, etag);
    listed(zip.length, md5(zip));
  }

  void listed(long size, String md5) {
    list("[" + entry(NAME, size, md5, server.address(ZIP).toString()) + "]");
  }

  void list(String json) {
    server.serve(LIST, json.getBytes(StandardCharsets.UTF_8), "");
  }

  /// As the vendor writes one, with a size that is a number and an obsolete that is a text.
  static String entry(String name, long size, String md5, String url) {
    return """
    {"lang":"en-us","lang_text":"US English","md5":"%s","name":"%s","obsolete":"false",
     "size":%d,"size_text":"?","type":"small","url":"%s","version":"0.15"}\
    """
        .formatted(md5, name, size, url);
  }

  void listAt(URI address) {
    list = address;
  }

  void trust(HttpClient other) {
    client = other;
  }

  void giveUpAfter(Duration time) {
    stall = time;
  }

  void onLine(Consumer<String> told) {
    onLine = told;
  }

  ModelInstall open() {
    return new ModelInstall(
        state,
        list,
        Clock.fixed(NOW, ZoneOffset.UTC),
        line -> {
          lines.add(line);
          onLine.accept(line);
        },
        new Web(client, stall));
  }

  InstallOutcome install(Wishes wishes) {
    // The client is the test's and stays open for the next install.
    return open().install(NAME, wishes);
  }

  /// The one sentence that an install fails with.
  String failure(Wishes wishes) {
    String sentence =
        String.valueOf(
            Assertions.assertThrows(InstallException.class, () -> install(wishes)).getMessage());
    Assertions.assertEquals(1, sentence.lines().count(), sentence);
    return sentence;
  }

  Path target() {
    return state.resolve("models").resolve(NAME);
  }

  Path part() {
    return state.resolve("models/.download").resolve(NAME + ".zip.part");
  }

  /// Everything below the models folder, without the file that is locked.
  List<String> left() {
    Path models = state.resolve("models");
    try (Stream<Path> walk = Files.walk(models)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> models.relativize(file).toString())
          .filter(name -> !name.equals(".download/lock"))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static String md5(byte[] bytes) {
    return digest("MD5", bytes);
  }

  static String sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  private static String digest(String name, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    server.close();
    client.shutdownNow();
  }
}
