package parley.speech.install;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.speech.recognize.ModelFolder;

/// A folder that lies where models are looked for.
///
/// @param bytes all its files together
/// @param problem why it is no model; empty when it is one
/// @param lock what the lock file knows of it: `url`, `sha256`, `installed_at` and more
public record InstalledModel(
    Path folder, long bytes, Optional<String> problem, Optional<JsonNode> lock) {

  /// Those below `state/models`, by name.
  ///
  /// @throws InstallException when the folder or its lock file cannot be read
  public static List<InstalledModel> ofState(Path state) {
    return below(state.resolve("models"));
  }

  /// Those that come with Parley.
  public static List<InstalledModel> bundled(Path home) {
    return below(home.resolve("speech").resolve("models"));
  }

  private static List<InstalledModel> below(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    LockFile lock = new InstallFolders(parent).lock();
    List<InstalledModel> found = new ArrayList<>();
    for (Path folder : folders(parent)) {
      found.add(
          new InstalledModel(
              folder,
              bytes(folder),
              ModelFolder.problem(folder),
              lock.find(folder.getFileName().toString())));
    }
    return found;
  }

  private static List<Path> folders(Path parent) {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(entry -> Files.isDirectory(entry))
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new InstallException(parent + " cannot be listed: " + failed.getMessage(), failed);
    }
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException failed) {
      throw new InstallException(folder + " cannot be read: " + failed.getMessage(), failed);
    }
  }
}
