package parley.db.log;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.dialogue.log.LogEntry;

/// Entries on disk, one JSON line each, in files that are filled one after the other. A line is on
/// the disk's platter before [#append] returns. What no database will ever take is kept beside, in
/// `rejected.jsonl`, for a person to look at.
///
/// Thread: any.
final class Spool implements AutoCloseable {

  private static final String PREFIX = "entries-";
  private static final String SUFFIX = ".jsonl";
  // Bounds the memory that reading one back takes.
  private static final long LONGEST_FILE = 4L << 20;
  private static final FileAttribute<?> OURS_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path folder;

  /// Oldest first; the last one is being written while `out` is there.
  private final Deque<Path> files = new ArrayDeque<>();

  // A stream and not a FileChannel: an interrupt of the writing thread would close that.
  private @Nullable FileOutputStream out;
  private long next;

  private Spool(Path folder) {
    this.folder = folder;
  }

  /// Takes up what an earlier process left there. Its last file is never written on: its last line
  /// may be cut off.
  static Spool open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Spool spool = new Spool(folder);
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(Spool::isSpooled).sorted().forEach(spool.files::add);
    }
    spool.next = spool.files.isEmpty() ? 1 : number(spool.files.getLast()) + 1;
    return spool;
  }

  synchronized void append(LogEntry entry) throws IOException {
    byte[] line = (EntryJson.write(entry) + "\n").getBytes(StandardCharsets.UTF_8);
    FileOutputStream stream = out == null ? create() : out;
    try {
      stream.write(line);
      stream.getFD().sync();
      if (Files.size(files.getLast()) > LONGEST_FILE) {
        finishFile();
      }
    } catch (IOException e) {
      // Half a line may be there: the next entry must not be glued to it.
      finishFile();
      throw e;
    }
  }

  synchronized boolean isEmpty() {
    return files.isEmpty();
  }

  /// The file with the oldest entries, which nobody writes to any more; null when there is none.
  synchronized @Nullable Path oldest() throws IOException {
    if (files.size() == 1) {
      finishFile();
    }
    return files.peek();
  }

  synchronized void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    files.remove(file);
  }

  synchronized void reject(String reason, String line) throws IOException {
    Path file = folder.resolve("rejected" + SUFFIX);
    if (!Files.exists(file)) {
      Files.createFile(file, OURS_ONLY);
    }
    try (FileOutputStream stream = new FileOutputStream(file.toFile(), true)) {
      stream.write(RejectedLine.of(reason, line).getBytes(StandardCharsets.UTF_8));
      stream.getFD().sync();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    finishFile();
  }

  /// The lines of a file; the last one is marked when a crash cut it off.
  static List<Line> read(Path file) throws IOException {
    String text;
    try {
      text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return List.of();
    }
    List<String> lines = text.lines().toList();
    boolean cutOff = !text.endsWith("\n");
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Line(lines.get(i), cutOff && i == lines.size() - 1))
        .toList();
  }

  record Line(String text, boolean cutOff) {}

  private FileOutputStream create() throws IOException {
    Path file = folder.resolve("%s%012d%s".formatted(PREFIX, next++, SUFFIX));
    Files.createFile(file, OURS_ONLY);
    files.add(file);
    FileOutputStream stream = new FileOutputStream(file.toFile(), true);
    out = stream;
    // The file's name must survive a power cut, too.
    FolderSync.force(folder);
    return stream;
  }

  private void finishFile() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }

  private static boolean isSpooled(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  private static long number(Path file) {
    String name = file.getFileName().toString();
    try {
      return Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
