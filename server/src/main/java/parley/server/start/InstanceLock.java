package parley.server.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Held by the one Parley that runs on a state folder. The operating system gives it up with the
/// process, however that ends: a stale one cannot be.
public final class InstanceLock implements AutoCloseable {

  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws StartFailedException when another Parley runs, or the folder cannot be written
  public static InstanceLock take(Path state) {
    Path file = file(state);
    try {
      Files.createDirectories(state);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        String holder = read(channel);
        channel.close();
        throw new StartFailedException(
            "Parley is already running (pid %s) on %s; stop it with Ctrl-C in its terminal or with: kill %s"
                .formatted(holder, state, holder),
            null);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return new InstanceLock(channel);
    } catch (IOException failed) {
      throw new StartFailedException(
          "The state folder %s cannot be written (%s); make it writable, or choose another with the setting state"
              .formatted(state, failed.getMessage()),
          failed);
    }
  }

  /// Whether a Parley runs on this state folder.
  public static boolean isHeld(Path state) {
    if (!Files.exists(file(state))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file(state), StandardOpenOption.WRITE)) {
      return !lock(channel);
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException gone) {
      // the lock goes with the process
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException ourOwn) {
      return false;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(20);
    channel.read(bytes, 0);
    String pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    return pid.isBlank() ? "unknown" : pid;
  }

  private static Path file(Path state) {
    return state.resolve("parley.pid");
  }
}
