package parley.speech.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `models.lock.json`: what was installed and from where, so that a zip that has changed under the
/// same address is noticed. What others wrote into it stays.
///
/// @param path of the file, which need not be there
record LockFile(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MODELS = "models";

  /// One installed model.
  ///
  /// @param size as the list says it, like `md5`; null when there was no list
  /// @param changedFiles files that differ from the zip's
  record Entry(
      String name,
      String url,
      @Nullable Long size,
      @Nullable String md5,
      String sha256,
      Instant installedAt,
      List<String> changedFiles) {}

  /// @throws InstallException when the lock file knows another SHA-256 of the same zip
  void refuseChange(String name, String url, String sha256) {
    String known =
        find(name)
            .filter(entry -> entry.path("url").asText().equals(url))
            .map(entry -> entry.path("sha256").asText())
            .orElse(sha256);
    if (!known.equals(sha256)) {
      throw new InstallException(
          "%s has changed: its SHA-256 is %s, and %s was installed before (%s); ask its publisher why, then install it with --accept-change"
              .formatted(url, sha256, known, path));
    }
  }

  /// What is known of a model, as it is written.
  Optional<JsonNode> find(String name) {
    for (JsonNode entry : read().path(MODELS)) {
      if (entry.path("name").asText().equals(name)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /// Adds a model or takes the place of what was known of it.
  void put(Entry entry) {
    ObjectNode root = read();
    ArrayNode models = JSON.createArrayNode();
    for (JsonNode old : root.path(MODELS)) {
      if (!old.path("name").asText().equals(entry.name())) {
        models.add(old);
      }
    }
    ObjectNode added =
        models
            .addObject()
            .put("name", entry.name())
            .put("url", entry.url())
            .put("size", entry.size())
            .put("md5", entry.md5())
            .put("sha256", entry.sha256())
            .put("installed_at", entry.installedAt().toString());
    entry.changedFiles().forEach(added.putArray("changed_files")::add);
    root.set(MODELS, models);
    write(root);
  }

  private ObjectNode read() {
    if (!Files.exists(path)) {
      return JSON.createObjectNode();
    }
    try {
      if (JSON.readTree(Files.readAllBytes(path)) instanceof ObjectNode root) {
        return root;
      }
    } catch (IOException broken) {
      // said below
    }
    throw new InstallException(
        path
            + " cannot be read: expected a JSON object with models; mend it, or move it away if it"
            + " does not matter which zips were installed before");
  }

  private void write(ObjectNode root) {
    Path draft = path.resolveSibling("." + path.getFileName() + ".new");
    try {
      Files.writeString(draft, root.toPrettyString() + "\n");
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw InstallFolders.unwritable(path, failed);
    }
  }
}
