package parley.gateway.asterisk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.CRC32;

/// Where the private Asterisk keeps its files, all below the state folder's `run/asterisk`.
///
/// @param socket the folder of `asterisk.ctl`, whose whole path may have 107 characters at most
public record AsteriskFolders(Path run, Path socket) {

  private static final int LONGEST_SOCKET_PATH = 100;
  private static final List<String> PARTS =
      List.of(
          "etc",
          "lib",
          "agi-bin",
          "spool/recording",
          "spool/monitor",
          "spool/tmp",
          "cache",
          "log",
          "moh",
          "sounds/parley",
          "voicemail");

  /// Makes them, readable for Parley's user only.
  ///
  /// @throws AsteriskException when that is not possible
  public static AsteriskFolders make(Path state) {
    Path run = state.resolve("run/asterisk");
    Path socket = run.resolve("socket");
    if (socket.resolve("asterisk.ctl").toString().length() > LONGEST_SOCKET_PATH) {
      socket = shortFolder(run);
    }
    try {
      makePrivate(run);
      for (String part : PARTS) {
        Files.createDirectories(run.resolve(part));
      }
      makePrivate(socket);
    } catch (IOException failed) {
      throw new AsteriskException(
          "The folder %s cannot be made (%s); Parley's user has to own it."
              .formatted(run, failed.getMessage()),
          failed);
    }
    return new AsteriskFolders(run, socket);
  }

  public Path configuration() {
    return run.resolve("etc");
  }

  /// Where WAV files of Parley's own sentences go (8 kHz mono): fallback, leave-message, goodbye.
  public Path sounds() {
    return run.resolve("sounds/parley");
  }

  public Path log() {
    return run.resolve("log/messages.log");
  }

  /// Voicemail that callers left while Parley was not there.
  public Path voicemail() {
    return run.resolve("voicemail");
  }

  Path mainFile() {
    return configuration().resolve("asterisk.conf");
  }

  Path pidFile() {
    return run.resolve("asterisk.pid");
  }

  /// The same for the same checkout, so that a later start finds its own leftover.
  private static Path shortFolder(Path run) {
    CRC32 mark = new CRC32();
    mark.update(run.toString().getBytes(StandardCharsets.UTF_8));
    return Path.of(System.getProperty("java.io.tmpdir"), "parley-%08x".formatted(mark.getValue()));
  }

  private static void makePrivate(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(folder.getParent());
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    // A folder below the machine's temporary one could have been put there by somebody else.
    String me = System.getProperty("user.name");
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(me)) {
      throw new IOException(folder + " belongs to somebody else");
    }
  }
}
