package parley.speech.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Held by the one install that works below a folder. The operating system gives it up with the
/// process, however that ends.
final class InstallLock implements AutoCloseable {
  private final FileChannel channel;

  private InstallLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws InstallException when another install holds it
  static InstallLock take(InstallFolders folders) {
    folders.make();
    Path file = folders.downloads().resolve("lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        throw new InstallException(
            "Another install works in " + folders.models() + "; wait until it has ended");
      }
      return new InstallLock(channel);
    } catch (IOException failed) {
      throw InstallFolders.unwritable(file, failed);
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

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      // the lock goes with the process
    }
  }
}
