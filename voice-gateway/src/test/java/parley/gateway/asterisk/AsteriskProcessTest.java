package parley.gateway.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;

/// The real Asterisk, as `./parley test` installs it.
@Tag("calls")
class AsteriskProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path state;
  private final AsteriskInstallation asterisk =
      new AsteriskFinder(AsteriskSettings.HOME, AsteriskSettings.HOME.resolve(".parley"))
          .findOrInstall(news -> {});
  private Settings settings = AsteriskSettings.in(Path.of("unused"));

  @BeforeEach
  void readSettings() {
    settings = AsteriskSettings.in(state);
  }

  @Test
  void startsWithEveryModuleAndStopsWithoutLeavingAnything() throws Exception {
    AsteriskProcess process = start();
    ProcessHandle handle = handle(process);
    try (process) {
      AriProbe.Answer answer = new AriProbe(settings, AsteriskLogins.of(settings)).ask();

      assertTrue(answer.version().startsWith(asterisk.version()), answer.version());
      assertTrue(
          answer.modules().containsAll(new AsteriskConfiguration(settings.home()).modules()));
      assertEquals(0, answer.missing().size(), () -> answer.missing().toString());
    }
    assertFalse(handle.isAlive());
  }

  @Test
  void aWrongPasswordIsSaidAsSuch() throws Exception {
    AsteriskLogins right = AsteriskLogins.of(settings);
    AsteriskLogins wrong =
        new AsteriskLogins(right.ami(), right.ami(), right.caller(), right.agents());
    try (AsteriskProcess process = start()) {
      AsteriskException failure =
          assertThrows(AsteriskException.class, () -> new AriProbe(settings, wrong).ask());

      assertTrue(handle(process).isAlive());
      assertTrue(String.valueOf(failure.getMessage()).contains("refuses the user parley"));
    }
  }

  @Test
  void isStartedAgainWhenItDies() throws Exception {
    try (AsteriskProcess process = start()) {
      long first = process.pid();
      handle(process).destroyForcibly();

      await(() -> process.pid() != first);
      await(() -> answers());
      assertNotEquals(first, process.pid());
    }
  }

  @Test
  void oneLeftByAKilledParleyIsTakenOver() throws Exception {
    AsteriskRun left = launchAndForget();

    try (AsteriskProcess process = start()) {
      assertTrue(process.takenOver());
      assertEquals(left.process().pid(), process.pid());
    }
    assertFalse(left.process().isAlive());
  }

  @Test
  void oneLeftWithOtherSettingsIsReplaced() throws Exception {
    AsteriskRun left = launchAndForget();
    settings = AsteriskSettings.in(state);

    try (AsteriskProcess process = start()) {
      assertFalse(process.takenOver());
      assertNotEquals(left.process().pid(), process.pid());
      assertFalse(left.process().isAlive());
    }
  }

  @Test
  void aTakenPortIsSaidAndNothingIsStarted() throws IOException {
    int sip = settings.asterisk().sipPort();
    try (DatagramSocket holder =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), sip))) {
      AsteriskException failure = assertThrows(AsteriskException.class, this::start);

      assertTrue(holder.isBound());
      assertTrue(String.valueOf(failure.getMessage()).startsWith("Port " + sip + " (UDP, SIP)"));
    }
  }

  private AsteriskProcess start() throws InterruptedException {
    return AsteriskProcess.start(settings, AsteriskLogins.of(settings), asterisk, news -> {});
  }

  private AsteriskRun launchAndForget() throws InterruptedException {
    AsteriskFolders folders = AsteriskFolders.make(state);
    new AsteriskConfiguration(settings.home())
        .write(settings, AsteriskLogins.of(settings), asterisk, folders);
    AsteriskRun run = AsteriskRun.launch(asterisk, folders);
    run.awaitReady();
    return run;
  }

  private boolean answers() {
    try {
      return !new AriProbe(settings, AsteriskLogins.of(settings)).ask().modules().isEmpty();
    } catch (AsteriskException notYet) {
      return false;
    }
  }

  private static ProcessHandle handle(AsteriskProcess process) {
    return ProcessHandle.of(process.pid()).orElseThrow();
  }

  private static void await(BooleanSupplier condition) throws ExecutionException, TimeoutException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("Not within " + PATIENCE);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
