package parley.server.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The file `run/status.json` in the state folder: the server writes it each second, `bench` and
/// `doctor` read it. It is replaced as a whole, so a reader never sees half of it. Thread: one
/// writer, any readers.
public final class StatusFile {

  /// A status older than this is that of a server that died.
  static final Duration FRESH = Duration.ofSeconds(5);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final InstantSource clock;

  public StatusFile(Path state, InstantSource clock) {
    file = state.resolve("run").resolve("status.json");
    this.clock = clock;
  }

  public void write(ServerStatus status) {
    ObjectNode node = JSON.createObjectNode();
    node.put("pid", status.pid());
    node.put("at", status.at().toString());
    node.put("version", status.version());
    node.put("start_ms", status.startMs());
    node.put("threads", status.threads());
    node.put("calls", status.calls());
    node.put("channels", status.channels());
    node.put("recognizers", status.recognizers());
    Path next = file.resolveSibling("status.json.next");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(next, node + "\n");
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The server's status cannot be written to " + file, e);
    }
  }

  /// The status of the server that runs now; empty when none does.
  public Optional<ServerStatus> read() {
    try {
      JsonNode node = JSON.readTree(Files.readString(file));
      ServerStatus status =
          new ServerStatus(
              node.path("pid").asLong(),
              Instant.parse(node.path("at").asText()),
              node.path("version").asText(),
              node.path("start_ms").asLong(),
              node.path("threads").asInt(),
              node.path("calls").asInt(),
              node.path("channels").asInt(),
              node.path("recognizers").asInt());
      boolean fresh = status.at().plus(FRESH).isAfter(clock.instant());
      return fresh ? Optional.of(status) : Optional.empty();
    } catch (NoSuchFileException | JsonProcessingException | DateTimeException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The server's status cannot be read from " + file, e);
    }
  }

  /// Takes the file away when the server stops.
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The server's status cannot be removed: " + file, e);
    }
  }
}
