package parley.db.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.db.connection.DatabaseException;

/// Which Parley process runs the server. A lock and not only a process number in a file: the system
/// frees it however the process ends. The process number in the file is for messages.
final class FolderLock implements AutoCloseable {

  // A `parley calls` that started the server for itself is done in a moment.
  private static final int ATTEMPTS = 50;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock take(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (tryLock(channel) != null) {
          channel.truncate(0);
          channel.write(
              StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
          return new FolderLock(channel);
        }
        Thread.sleep(BETWEEN_ATTEMPTS);
      }
      channel.close();
      throw new DatabaseException(
          "Another Parley (process %s) runs the database in %s: stop that one first."
              .formatted(Files.readString(file).strip(), file.getParent()));
    } catch (IOException e) {
      throw new DatabaseException("The lock " + file + " cannot be taken: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("Interrupted while waiting for " + file, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process.
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
