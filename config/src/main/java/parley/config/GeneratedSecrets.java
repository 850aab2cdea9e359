package parley.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Passwords that nobody has set: made up once, kept in the state folder's `secrets`, one file each
/// that only Parley's user can read. Thread: any; two processes that make up the same one agree on
/// the first.
public final class GeneratedSecrets {

  /// Read aloud over a phone without mistakes: no 0, O, 1, l, I.
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /// 57 letters: 5.8 bits each, 116 bits in all.
  private static final int LENGTH = 20;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  /// @param state the state folder
  public GeneratedSecrets(Path state) {
    this.folder = state.resolve("secrets");
  }

  /// The one from the settings, else the kept one, else a new one that is kept from now on.
  ///
  /// @param name what it is for, such as `ari` or `agent-agent1`; the name of its file
  /// @throws UncheckedIOException when the folder cannot be read or written
  public Secret orMadeUp(@Nullable Secret set, String name) {
    if (set != null) {
      return set;
    }
    Path file = folder.resolve(name + ".txt");
    try {
      return Files.exists(file) ? read(file) : create(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("The secret " + file + " cannot be kept", failed);
    }
  }

  private Secret create(Path file) throws IOException {
    Files.createDirectories(folder, only("rwx------"));
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    // Complete before it has its name: another process never reads half a password.
    Path fresh = folder.resolve(file.getFileName() + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(fresh);
    String password = password();
    try (SeekableByteChannel channel = Files.newByteChannel(fresh, options, only("rw-------"))) {
      channel.write(ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.US_ASCII)));
    }
    try {
      Files.createLink(file, fresh);
      return new Secret(password);
    } catch (FileAlreadyExistsException otherWasFirst) {
      return read(file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static Secret read(Path file) throws IOException {
    String text = Files.readString(file).strip();
    if (text.isEmpty()) {
      throw new IOException("It is empty; delete it, and a new one is made up");
    }
    return new Secret(text);
  }

  private String password() {
    StringBuilder password = new StringBuilder(LENGTH);
    for (int count = 0; count < LENGTH; count++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  private static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
