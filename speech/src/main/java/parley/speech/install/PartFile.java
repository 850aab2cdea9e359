package parley.speech.install;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The beginning of a zip, with a file beside it that says what it is the beginning of.
///
/// @param path of the beginning itself
record PartFile(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();

  long length() {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException failed) {
      throw new InstallException(path + " cannot be read: " + failed.getMessage(), failed);
    }
  }

  /// What `If-Range` is to name, so that only the rest of the same file is sent; empty when that
  /// cannot be known. A weak ETag is of no use there (RFC 9110, 13.1.5).
  Optional<String> validator(URI url) {
    String etag = kept("etag");
    String used = etag.isEmpty() || etag.startsWith("W/") ? kept("last_modified") : etag;
    return kept("url").equals(Address.plain(url)) && !used.isEmpty()
        ? Optional.of(used)
        : Optional.empty();
  }

  /// Starts over, with what a server said of the file that comes now.
  void begin(URI url, Web.Answer answer) {
    delete();
    try {
      String note =
          JSON.createObjectNode()
              .put("url", Address.plain(url))
              .put("etag", answer.header("etag"))
              .put("last_modified", answer.header("last-modified"))
              .toPrettyString();
      Files.writeString(note(), note);
    } catch (IOException failed) {
      throw InstallFolders.unwritable(note(), failed);
    }
  }

  /// Whether an answer is about the same file as the beginning.
  boolean continuedBy(Web.Answer answer) {
    String range = answer.header("content-range");
    String etag = answer.header("etag");
    return range.startsWith("bytes " + length() + "-")
        && (etag.isEmpty() || etag.equals(kept("etag")));
  }

  private String kept(String field) {
    try {
      return JSON.readTree(Files.readAllBytes(note())).path(field).asText();
    } catch (IOException unknown) {
      return "";
    }
  }

  OutputStream append() throws IOException {
    return Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(note());
    } catch (IOException failed) {
      throw new InstallException(
          path + " cannot be deleted (" + failed.getMessage() + "); delete it by hand", failed);
    }
  }

  private Path note() {
    return path.resolveSibling(path.getFileName() + ".json");
  }
}
