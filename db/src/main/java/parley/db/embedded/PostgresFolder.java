package parley.db.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.db.connection.DatabaseException;

/// What lies where below the state folder.
///
/// @param root the folder `postgres` below the state folder, with no link in its path
/// @param secrets the folder of passwords
record PostgresFolder(Path root, Path secrets) {

  static final Set<PosixFilePermission> OURS_ONLY = PosixFilePermissions.fromString("rwx------");
  private static final String VERSION_FILE = "PG_VERSION";

  static PostgresFolder below(Path state) {
    Path root = state.toAbsolutePath().normalize().resolve("postgres");
    try {
      return new PostgresFolder(
          Files.exists(root) ? root.toRealPath() : root, root.resolveSibling("secrets"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PostgresFolder createBelow(Path state) {
    PostgresFolder folder = below(state);
    try {
      Files.createDirectories(folder.root);
      Files.createDirectories(folder.secrets);
      Files.setPosixFilePermissions(folder.root, OURS_ONLY);
      Files.setPosixFilePermissions(folder.secrets, OURS_ONLY);
    } catch (IOException e) {
      throw new DatabaseException(
          "The state folder " + state + " cannot be written: make it writable for Parley.", e);
    }
    return below(state);
  }

  Path data() {
    return root.resolve("data");
  }

  /// Where a new database is made, to be renamed when it is whole: a start that was cut off leaves
  /// nothing that looks like a database.
  Path unfinishedData() {
    return root.resolve("data.unfinished");
  }

  Path log() {
    return root.resolve("server.log");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path address() {
    return root.resolve("address.properties");
  }

  Path password() {
    return secrets.resolve("postgres-password");
  }

  boolean hasData() {
    return Files.exists(data().resolve(VERSION_FILE));
  }

  /// Refuses a data folder that this PostgreSQL cannot run on.
  void check(String majorVersion) {
    try {
      if (hasData()) {
        String found = Files.readString(data().resolve(VERSION_FILE)).strip();
        if (!found.equals(majorVersion)) {
          throw new DatabaseException(
              "The data in %s was written by PostgreSQL %s, and this Parley brings %s: move the folder away, or run that PostgreSQL on it and set database.url."
                  .formatted(data(), found, majorVersion));
        }
      } else if (Files.exists(data()) && !isEmpty(data())) {
        throw new DatabaseException(
            "The folder %s holds files but no PostgreSQL data: move it away, Parley does not touch what is not its own."
                .formatted(data()));
      }
    } catch (IOException e) {
      throw new DatabaseException("The folder " + data() + " cannot be read: " + e, e);
    }
  }

  /// The process that runs on our data, if it is alive.
  OptionalLong runningServer() {
    OptionalLong pid = notedPid();
    return pid.isPresent() && isOurServer(pid.getAsLong()) ? pid : OptionalLong.empty();
  }

  /// Removes the note of a server that is gone. After a crash of the machine its process number may
  /// belong to some other program, and PostgreSQL would wait for that one to end.
  void forgetDeadServer() throws IOException {
    if (notedPid().isPresent() && runningServer().isEmpty()) {
      Files.deleteIfExists(pidFile());
    }
  }

  private Path pidFile() {
    return data().resolve("postmaster.pid");
  }

  private OptionalLong notedPid() {
    try {
      List<String> lines = Files.readAllLines(pidFile());
      return lines.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(lines.getFirst().strip()));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private boolean isOurServer(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
          .contains(data().toString());
    } catch (IOException e) {
      return false;
    }
  }

  static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  static void delete(Path folder) throws IOException {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (NoSuchFileException e) {
      // Nothing to delete.
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault)
        throws IOException {
      if (fault != null) {
        throw fault;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
