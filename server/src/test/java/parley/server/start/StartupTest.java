package parley.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StartupTest {

  private final List<String> events = new CopyOnWriteArrayList<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Startup startup = new Startup(lines::add);

  @Test
  void partsStartAfterThoseTheyNeedAndStopInReverse() throws Exception {
    Part<String> database = part("database");
    Part<String> log = part("log", database);
    part("calls", log);

    startup.run();
    startup.close();

    assertEquals(List.of("+database", "+log", "+calls", "-calls", "-log", "-database"), events);
    assertTrue(
        lines.getFirst().matches("\\[1/3] database ready in \\d+[.,]\\d s"), lines::toString);
  }

  @Test
  void independentPartsStartAtTheSameTime() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    startup.add("model", step -> both.await(10, TimeUnit.SECONDS), value -> {});
    startup.add("voice", step -> both.await(10, TimeUnit.SECONDS), value -> {});

    startup.run();
  }

  @Test
  void aFailureStopsWhatWasStartedAndIsOneSentence() {
    Part<String> database = part("database");
    startup.add(
        "Asterisk",
        step -> {
          throw new IllegalStateException("Port 5060 is in use; stop that.");
        },
        value -> {},
        database);
    part("calls", database);

    StartFailedException failure = assertThrows(StartFailedException.class, startup::run);

    assertEquals(
        "Asterisk could not be started: Port 5060 is in use; stop that.", failure.getMessage());
    assertTrue(events.contains("-database"), events::toString);
    assertEquals(events.contains("+calls"), events.contains("-calls"), events::toString);
  }

  @Test
  void aFailureInterruptsWhatIsStillStarting() {
    CountDownLatch begun = new CountDownLatch(1);
    startup.add(
        "slow",
        step -> {
          begun.countDown();
          new CountDownLatch(1).await();
          return "never";
        },
        value -> events.add("-slow"));
    startup.add(
        "broken",
        step -> {
          begun.await();
          throw new IllegalStateException("Broken; mend it.");
        },
        value -> {});

    StartFailedException failure = assertThrows(StartFailedException.class, startup::run);

    assertEquals("broken could not be started: Broken; mend it.", failure.getMessage());
    assertFalse(events.contains("-slow"));
  }

  @Test
  void aPartThatDoesNotStopIsNotWaitedForLongerThanItsDeadline() throws Exception {
    part("database");
    startup.add(
        "stuck", step -> "stuck", value -> new CountDownLatch(1).await(), Duration.ofMillis(50));
    startup.run();

    startup.close();

    assertTrue(events.contains("-database"));
    assertTrue(
        lines.contains("stuck did not stop within 0 s; going on without it."), lines::toString);
  }

  @Test
  void closingTwiceStopsOnce() throws Exception {
    part("database");
    startup.run();

    startup.close();
    startup.close();

    assertEquals(List.of("+database", "-database"), events);
  }

  @Test
  void aPartUsedWithoutBeingNamedAsNeededIsAnError() {
    Part<String> database = part("database");

    assertThrows(IllegalStateException.class, database::get);
  }

  @Test
  void interruptingTheStartStopsWhatWasStarted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Part<String> database = part("database");
    startup.add(
        "slow",
        step -> {
          begun.countDown();
          new CountDownLatch(1).await();
          return "never";
        },
        value -> {},
        database);
    Thread caller = Thread.ofPlatform().start(this::runQuietly);

    begun.await();
    caller.interrupt();
    caller.join();

    assertEquals(List.of("+database", "-database", "interrupted"), events);
  }

  private void runQuietly() {
    try {
      startup.run();
    } catch (InterruptedException expected) {
      events.add("interrupted");
    }
  }

  private Part<String> part(String name, Part<?>... after) {
    return startup.add(
        name,
        step -> {
          events.add("+" + name);
          return name;
        },
        value -> events.add("-" + value),
        after);
  }
}
