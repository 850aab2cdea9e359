package parley.speech.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Unpacks a zip that nobody has to trust: nothing is written outside of the folder, no links are
/// made, and it ends before the disk is full. Thread: one.
final class ModelZip {
  private static final int MOST_ENTRIES = 10_000;

  /** What the vendor's models grow to is below three times the zip. */
  private static final int LARGEST_GROWTH = 20;

  private final Path zip;
  private final String shown;
  private final long mostBytes;
  private long written;

  /// @param shown what messages call the zip
  /// @param size of the zip, that the unpacked files' size is measured by
  ModelZip(Path zip, String shown, long size) {
    this.zip = zip;
    this.shown = shown;
    this.mostBytes = size * LARGEST_GROWTH;
  }

  /// The one folder at the top of the zip, if there is one, is left out.
  ///
  /// @param into a folder that is not there yet
  /// @throws BadZipException when it is no zip or not one of a model
  void unpack(Path into, InstallFolders folders) throws InterruptedException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      List<? extends ZipEntry> entries = file.stream().toList();
      check(entries);
      folders.needSpace(entries.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum());
      Files.createDirectory(into);
      int top = topLength(entries);
      for (ZipEntry entry : entries) {
        String name = entry.getName().substring(Math.min(top, entry.getName().length()));
        if (!name.isEmpty()) {
          write(file, entry, inside(into, name));
        }
      }
    } catch (ZipException broken) {
      throw bad("it is damaged or no zip at all (" + broken.getMessage() + "); fetch it again");
    } catch (FileAlreadyExistsException twice) {
      throw bad("it has two entries for one file; do not use it");
    } catch (IOException failed) {
      Interrupts.check();
      throw new InstallException(
          shown + " cannot be unpacked to " + into + ": " + failed.getMessage(), failed);
    }
  }

  private void check(List<? extends ZipEntry> entries) throws IOException {
    if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      throw bad("it has " + entries.size() + " entries, and a model has 1 to " + MOST_ENTRIES);
    }
    for (ZipEntry entry : entries) {
      if (!isSafe(entry.getName())) {
        throw bad("it has an entry that points out of its folder; do not use it");
      }
    }
    if (ZipLinks.any(zip)) {
      throw bad("it has symbolic links, which a model has no need of; do not use it");
    }
  }

  private static boolean isSafe(String name) {
    if (name.isEmpty() || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
      return false;
    }
    String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    for (String part : plain.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf(0) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// Of the folder that all entries are in, with its slash; 0 when there is none.
  private static int topLength(List<? extends ZipEntry> entries) {
    String first = entries.getFirst().getName();
    String top = first.substring(0, first.indexOf('/') + 1);
    return entries.stream().allMatch(entry -> entry.getName().startsWith(top)) ? top.length() : 0;
  }

  private Path inside(Path into, String name) {
    Path file = into.resolve(name).normalize();
    if (!file.startsWith(into)) {
      throw bad("it has an entry that points out of its folder; do not use it");
    }
    return file;
  }

  private void write(ZipFile zipFile, ZipEntry entry, Path file)
      throws IOException, InterruptedException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    CRC32 sum = new CRC32();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zipFile.getInputStream(entry);
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        Interrupts.check();
        written += n;
        if (written > mostBytes) {
          throw bad(
              "it unpacks to more than %d times its size (%s); do not use it"
                  .formatted(LARGEST_GROWTH, Megabytes.of(mostBytes)));
        }
        sum.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
      throw new ZipException("a checksum is wrong");
    }
  }

  private BadZipException bad(String why) {
    return new BadZipException(shown + " was not installed: " + why);
  }
}
