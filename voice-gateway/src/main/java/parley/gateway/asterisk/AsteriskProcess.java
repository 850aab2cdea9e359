package parley.gateway.asterisk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Settings;

/// The private Asterisk while Parley lives: started, or taken over from a Parley that was killed;
/// started again, with growing pauses, when it ends by itself; stopped with Parley.
///
/// Thread: [#start] and [#close] any; a thread of its own watches.
public final class AsteriskProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AsteriskProcess.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /// One that has run this long has recovered: the next pause is short again.
  private static final Duration STEADY = Duration.ofMinutes(1);

  private final AsteriskInstallation installation;
  private final AsteriskFolders folders;
  private final boolean takenOver;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread watch;
  private volatile AsteriskRun run;

  private AsteriskProcess(
      AsteriskInstallation installation,
      AsteriskFolders folders,
      AsteriskRun run,
      boolean takenOver) {
    this.installation = installation;
    this.folders = folders;
    this.run = run;
    this.takenOver = takenOver;
    this.watch = Thread.ofPlatform().daemon().name("asterisk-watch").start(this::watch);
  }

  /// Writes the configuration and starts Asterisk, or takes over one that is left from a Parley
  /// that was killed, when its configuration is still right. Nothing keeps running when it throws.
  ///
  /// @throws AsteriskException when it cannot be started; its message says what to do
  public static AsteriskProcess start(
      Settings settings,
      AsteriskLogins logins,
      AsteriskInstallation installation,
      Consumer<String> progress)
      throws InterruptedException {
    AsteriskConfiguration configuration = new AsteriskConfiguration(settings.home());
    List<String> missing = installation.missing(configuration.modules());
    if (!missing.isEmpty()) {
      throw new AsteriskException(
          "Asterisk %s (%s) lacks the modules %s; install them, or remove it so that Parley installs its own."
              .formatted(
                  installation.version(), installation.program(), String.join(", ", missing)));
    }
    AsteriskFolders folders = AsteriskFolders.make(settings.state());
    HoldMusic.ensure(folders.run().resolve("moh"));
    Optional<AsteriskRun> leftover = AsteriskRun.leftover(installation, folders);
    boolean changed = configuration.write(settings, logins, installation, folders);
    if (leftover.isPresent() && !changed && leftover.get().answers()) {
      progress.accept("taking over the one that is still running");
      return new AsteriskProcess(installation, folders, leftover.get(), true);
    }
    if (leftover.isPresent()) {
      progress.accept("stopping the one that an earlier Parley has left");
      leftover.get().stop();
    }
    List<String> taken = FreePorts.problems(settings);
    if (!taken.isEmpty()) {
      throw new AsteriskException(String.join(" ", taken));
    }
    return new AsteriskProcess(installation, folders, ready(installation, folders), false);
  }

  private static AsteriskRun ready(AsteriskInstallation installation, AsteriskFolders folders)
      throws InterruptedException {
    AsteriskRun run = AsteriskRun.launch(installation, folders);
    boolean ready = false;
    try {
      run.awaitReady();
      ready = true;
      return run;
    } finally {
      if (!ready) {
        run.stop();
      }
    }
  }

  public AsteriskFolders folders() {
    return folders;
  }

  public AsteriskInstallation installation() {
    return installation;
  }

  /// Whether it was already running: it may hold calls.
  public boolean takenOver() {
    return takenOver;
  }

  public long pid() {
    return run.process().pid();
  }

  /// Stops Asterisk. Calls end with it.
  @Override
  public void close() {
    closing.countDown();
    watch.interrupt();
    try {
      watch.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    run.stop();
  }

  private void watch() {
    Duration pause = FIRST_PAUSE;
    try {
      while (closing.getCount() > 0) {
        long since = System.nanoTime();
        awaitEnd(run.process());
        pause = System.nanoTime() - since > STEADY.toNanos() ? FIRST_PAUSE : longer(pause);
        LOG.error("Asterisk ended by itself; starting it again in {} ms", pause.toMillis());
        if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        startAgain();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void startAgain() throws InterruptedException {
    try {
      run = ready(installation, folders);
      LOG.warn("Asterisk runs again, pid {}", pid());
    } catch (AsteriskException failed) {
      LOG.error("Asterisk does not start", failed);
    }
  }

  /// Waits by looking: `onExit` of a process that is not our child does no more than that either.
  private static void awaitEnd(ProcessHandle process) throws InterruptedException {
    while (process.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
