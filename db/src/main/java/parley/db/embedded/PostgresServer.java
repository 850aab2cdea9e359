package parley.db.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Secret;
import parley.db.connection.DatabaseException;

/// One PostgreSQL server on our data folder: made, started, stopped through PostgreSQL's own
/// programs. `pg_ctl` starts it in a session of its own, so that Ctrl-C in the terminal reaches
/// Parley and not the server.
///
/// Thread: one at a time.
final class PostgresServer {

  static final String SUPERUSER = "postgres";
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration INIT_TIMEOUT = Duration.ofMinutes(2);
  // Recovery after a power cut may take long on a slow disk.
  private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(40);
  private static final int START_ATTEMPTS = 5;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);
  private static final long LONGEST_LOG = 1_000_000;
  private static final long NEEDED_SPACE = 200L << 20;

  private final PostgresFolder folder;
  private final Account account;
  private final Installation installation;
  private final Programs programs;

  PostgresServer(PostgresFolder folder, Account account, Installation installation) {
    this.folder = folder;
    this.account = account;
    this.installation = installation;
    this.programs = new Programs(installation, account, folder.root());
  }

  /// Lets the account that runs PostgreSQL have its files, whoever ran it the last time.
  void own() {
    account.own(folder.root());
    account.own(installation.folder());
  }

  String majorVersion() {
    // "postgres (PostgreSQL) 18.6"
    Programs.Result result = programs.run(INIT_TIMEOUT, "postgres", "--version");
    if (result.failed()) {
      throw new DatabaseException(
          "The PostgreSQL that Parley brings does not run on this machine (%s): install PostgreSQL 15 or newer here and set database.url."
              .formatted(result.output().strip()));
    }
    String version = result.output().strip();
    return version.substring(version.lastIndexOf(' ') + 1).split("\\.")[0];
  }

  /// Makes an empty database cluster whose only way in is the password.
  void initialize(Secret password) {
    Path passwordFile = folder.root().resolve("initial-password");
    try {
      if (Files.getFileStore(folder.root()).getUsableSpace() < NEEDED_SPACE) {
        throw new DatabaseException(Faults.fullDisk(folder.root()));
      }
      PostgresFolder.delete(folder.unfinishedData());
      PrivateFile.write(passwordFile, password.reveal());
      own(passwordFile);
      initdb(passwordFile);
      Files.deleteIfExists(folder.data());
      Files.move(folder.unfinishedData(), folder.data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new DatabaseException("The folder " + folder.root() + " cannot be written: " + e, e);
    } finally {
      deleteQuietly(passwordFile);
    }
  }

  private void initdb(Path passwordFile) {
    // PostgreSQL's own C.UTF-8 sorts alike on every machine, whatever locales it has.
    Programs.Result result =
        programs.run(
            INIT_TIMEOUT,
            "initdb",
            "--pgdata=" + folder.unfinishedData(),
            "--username=" + SUPERUSER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums");
    if (result.failed()) {
      throw new DatabaseException(Faults.explain(result.output(), folder, 0));
    }
  }

  /// Starts it and waits until it takes connections.
  ///
  /// @param port 0 for any free one, `usual` if that is free
  /// @return the port
  int start(int port, int usual) {
    Programs.Result result = new Programs.Result(-1, "");
    int tried = port;
    for (int attempt = 0; attempt < START_ATTEMPTS; attempt++) {
      tried = port == 0 ? freePort(attempt == 0 ? usual : 0) : port;
      result = startOnce(tried);
      if (!result.failed()) {
        return tried;
      }
      boolean worthAnother =
          Faults.isStillEnding(result.output())
              || (port == 0 && Faults.isPortTaken(result.output()));
      if (!worthAnother || !pause()) {
        break;
      }
    }
    throw new DatabaseException(Faults.explain(result.output(), folder, tried));
  }

  private Programs.Result startOnce(int port) {
    try {
      folder.forgetDeadServer();
      ServerSettings.write(folder.data(), port);
      if (Files.exists(folder.log()) && Files.size(folder.log()) > LONGEST_LOG) {
        Files.move(
            folder.log(),
            folder.log().resolveSibling("server.log.1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      long logged = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
      Programs.Result result =
          programs.run(
              START_TIMEOUT.plusSeconds(5),
              "pg_ctl",
              "start",
              "--pgdata=" + folder.data(),
              "--log=" + folder.log(),
              "--wait",
              "--timeout=" + START_TIMEOUT.toSeconds(),
              "--silent");
      return result.failed()
          ? new Programs.Result(result.exitCode(), result.output() + logAfter(logged))
          : result;
    } catch (IOException e) {
      throw new DatabaseException(
          Faults.isFullDisk(e)
              ? Faults.fullDisk(folder.root())
              : "The folder " + folder.data() + " cannot be written: " + e,
          e);
    }
  }

  private String logAfter(long position) throws IOException {
    String log = Files.exists(folder.log()) ? Files.readString(folder.log()) : "";
    return log.length() > position ? log.substring((int) position) : "";
  }

  OptionalLong pid() {
    return folder.runningServer();
  }

  /// Stops it and waits. Transactions in flight are rolled back; nothing committed is lost. One
  /// that does not end in time is told to end at once; it then recovers at its next start.
  void stop() {
    if (pid().isEmpty()) {
      return;
    }
    if (stop("fast").failed() && pid().isPresent()) {
      LOG.warn(
          "The embedded PostgreSQL did not end in {}: it is told to end at once", STOP_TIMEOUT);
      stop("immediate");
    }
  }

  private Programs.Result stop(String mode) {
    return programs.run(
        STOP_TIMEOUT.plusSeconds(5),
        "pg_ctl",
        "stop",
        "--pgdata=" + folder.data(),
        "--mode=" + mode,
        "--wait",
        "--timeout=" + STOP_TIMEOUT.toSeconds(),
        "--silent");
  }

  private void own(Path file) throws IOException {
    if (!account.prefix().isEmpty()) {
      Files.setAttribute(file, "unix:uid", account.uid());
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(BETWEEN_ATTEMPTS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} could not be deleted: delete it by hand", file);
    }
  }

  private static int freePort(int wish) {
    try (ServerSocket socket = new ServerSocket(wish, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      if (wish != 0) {
        return freePort(0);
      }
      throw new DatabaseException("This machine has no free TCP port left.", e);
    }
  }
}
