package parley.db.embedded;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import parley.db.connection.DatabaseException;

/// PostgreSQL's programs, unpacked from the class path once per version.
///
/// @param folder holds `bin`, `lib` and `share`
record Installation(Path folder) {

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final String PREFIX = "programs-";
  private static final int HASH_LENGTH = 12;

  /// Unpacks when the archive's content is not there yet; other versions' programs are removed.
  static Installation in(PostgresFolder place) {
    byte[] archive = archive();
    Path folder = place.root().resolve(PREFIX + hash(archive));
    try {
      if (!Files.exists(folder)) {
        removeOthers(place.root());
        Path unfinished = place.root().resolve("unpacking");
        PostgresFolder.delete(unfinished);
        unpack(archive, unfinished);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new DatabaseException(
          Faults.isFullDisk(e)
              ? Faults.fullDisk(place.root())
              : "PostgreSQL's programs cannot be unpacked into " + place.root() + ": " + e,
          e);
    }
    return new Installation(folder);
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private static byte[] archive() {
    try (InputStream in = Installation.class.getResourceAsStream(ARCHIVE)) {
      if (in == null || !System.getProperty("os.arch").equals("amd64")) {
        throw new DatabaseException(
            "Parley brings a PostgreSQL for Linux on amd64 only: install PostgreSQL 15 or newer here"
                + " and set database.url.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new DatabaseException("Parley's own jar files cannot be read: build it again.", e);
    }
  }

  private static String hash(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static void removeOthers(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.getFileName().toString().startsWith(PREFIX)) {
          PostgresFolder.delete(file);
        }
      }
    }
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    Files.createDirectories(target);
    try (var tar =
        new TarArchiveInputStream(
            new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive))))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("The archive names a file outside of its folder");
        }
        unpack(tar, entry, file);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(tar, file);
      boolean program = (entry.getMode() & 0111) != 0;
      Files.setPosixFilePermissions(
          file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
