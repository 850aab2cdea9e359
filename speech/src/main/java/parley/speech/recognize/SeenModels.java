package parley.speech.recognize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vosk.LibVosk;

/// Models that were seen to load, one small file a model's folder: the fingerprint of its files and
/// of libvosk. A file that cannot be written costs a trial at the next start, nothing else. Thread:
/// any; processes may share the folder.
final class SeenModels {
  private static final Logger LOG = LoggerFactory.getLogger(SeenModels.class);

  /** To be raised when trials look at more than before. */
  private static final String TRIAL = "trial 1";

  private final Path folder;

  SeenModels(Path folder) {
    this.folder = folder;
  }

  /// What changes when a file of the model or libvosk changes: names, sizes and times.
  String fingerprint(Path model) {
    StringBuilder all = new StringBuilder(TRIAL).append('\n').append(library()).append('\n');
    try (Stream<Path> files = Files.walk(model, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(model.relativize(file))
            .append('\t')
            .append(Files.size(file))
            .append('\t')
            .append(Files.getLastModifiedTime(file))
            .append('\n');
      }
    } catch (IOException | UncheckedIOException e) {
      throw new RecognitionException(
          model + " cannot be listed: " + e.getMessage() + "; see to its permissions", e);
    }
    return digest(all.toString());
  }

  /// Whether the model loaded when it had this fingerprint.
  boolean loaded(Path model, String fingerprint) {
    try {
      return Files.readString(file(model)).lines().findFirst().orElse("").equals(fingerprint);
    } catch (IOException | UncheckedIOException notSeen) {
      return false;
    }
  }

  void keep(Path model, String fingerprint) {
    try {
      Files.createDirectories(folder);
      Path written = Files.createTempFile(folder, "new-", ".tmp");
      Files.writeString(written, fingerprint + "\n" + model.toAbsolutePath() + "\n");
      Files.move(written, file(model), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn(
          "That {} loads cannot be kept in {} ({}): it will be tried again at the next start",
          model,
          folder,
          e.getMessage());
    }
  }

  private Path file(Path model) {
    Path whole = model.toAbsolutePath().normalize();
    return folder.resolve(whole.getFileName() + "-" + digest(whole.toString()).substring(0, 12));
  }

  /** The file's name holds the version; where it lies changes with every build of Parley. */
  private static String library() {
    CodeSource source = LibVosk.class.getProtectionDomain().getCodeSource();
    return source == null ? "" : source.getLocation().getPath().replaceFirst(".*/", "");
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
