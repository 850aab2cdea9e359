package parley.dialogue.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which entries and passages of documents are switched off while Parley runs: their ids, one a
/// line, in a file that commands write and a running Parley looks at. Thread: any; of two commands
/// at the same moment the last one's list stands.
public final class OffList {

  private static final String FILE = "knowledge-off.txt";

  private final Path file;

  /// @param state the folder for everything that Parley writes
  public OffList(Path state) {
    this.file = state.resolve(FILE);
  }

  /// @throws UncheckedIOException when there is a list that cannot be read
  public Set<String> ids() {
    if (!Files.exists(file)) {
      return Set.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /// @return whether it was on
  public boolean switchOff(String id) {
    Set<String> ids = new TreeSet<>(ids());
    return ids.add(id) && write(ids);
  }

  /// @return whether it was off
  public boolean switchOn(String id) {
    Set<String> ids = new TreeSet<>(ids());
    return ids.remove(id) && write(ids);
  }

  /// A reader sees the list from before or after, never half of it.
  private boolean write(Set<String> ids) {
    try {
      Path _ = Files.createDirectories(file.toAbsolutePath().getParent());
      Path beside = file.resolveSibling(FILE + ".new");
      Path _ = Files.write(beside, ids);
      Path _ =
          Files.move(
              beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }
}
