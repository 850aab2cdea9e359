package parley.db.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import parley.db.connection.DatabaseException;

/// Under which account PostgreSQL runs. It refuses to run as root, so root starts it either in a
/// user namespace, where it sees itself as nobody but still owns root's files, or, where namespaces
/// are forbidden (many containers), really as nobody, who then owns the database's folder.
///
/// @param prefix what is put in front of each command
/// @param uid who must own the folder
record Account(List<String> prefix, int uid) {

  private static final int ROOT = 0;
  private static final int NOBODY = 65534;
  private static final String NOBODY_ID = Integer.toString(NOBODY);
  private static final List<String> NAMESPACE = List.of("unshare", "--user");
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid", NOBODY_ID, "--regid", NOBODY_ID, "--clear-groups");

  static Account current() {
    int uid = owner(Path.of("/proc/self"));
    if (uid != ROOT) {
      return new Account(List.of(), uid);
    }
    return succeeds(NAMESPACE, List.of("true"))
        ? new Account(NAMESPACE, ROOT)
        : new Account(AS_NOBODY, NOBODY);
  }

  /// Makes the account the owner of the folder and everything in it, and checks that it can get
  /// there.
  void own(Path folder) {
    if (owner(folder) != uid) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
      } catch (IOException e) {
        throw new DatabaseException(
            "The embedded PostgreSQL's folder "
                + folder
                + " belongs to another user: start Parley as that user, or change the folder's"
                + " owner.",
            e);
      }
    }
    if (uid == NOBODY && !succeeds(prefix, List.of("test", "-x", folder.toString()))) {
      throw new DatabaseException(
          "PostgreSQL does not run as root, and the user nobody may not enter "
              + folder
              + ": start Parley as an ordinary user, or set the state folder to one that everybody"
              + " may enter.");
    }
  }

  List<String> command(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  private static boolean succeeds(List<String> prefix, List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    try {
      Process process =
          new ProcessBuilder(all)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int owner(Path path) {
    try {
      return (int) Objects.requireNonNull(Files.getAttribute(path, "unix:uid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
