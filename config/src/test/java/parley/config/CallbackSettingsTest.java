package parley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.config.CallbackSettings.DayTimes;
import parley.config.CallbackSettings.Failure;
import parley.config.CallbackSettings.Retry;

/// When and how often people are called back.
class CallbackSettingsTest {

  @TempDir Path home;

  @Test
  void quietHoursMayGoAcrossMidnightOrBeNone() throws IOException {
    assertEquals(
        Optional.of(new DayTimes(LocalTime.of(20, 30), LocalTime.of(9, 0))),
        load("quiet-hours: 20:30-09:00").quiet());
    assertEquals(Optional.empty(), load("quiet-hours: none").quiet());
  }

  @Test
  void eachFailureHasRetriesOfItsOwn() throws IOException {
    CallbackSettings.Retries retries = load("retry: {busy: 7 x 90s}").retries();

    assertEquals(new Retry(7, Duration.ofSeconds(90)), retries.of(Failure.BUSY));
    assertEquals(new Retry(4, Duration.ofMinutes(30)), retries.of(Failure.NO_ANSWER));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quiet-hours: 21:00 | callbacks.quiet-hours (config/parley.yaml:1) is "21:00"; allowed is two different times of the day
          quiet-hours: 21:00-25:00 | callbacks.quiet-hours (config/parley.yaml:1) is "21:00-25:00"; allowed is two different times
          quiet-hours: 08:00-08:00 | is "08:00-08:00"; allowed is two different times of the day such as 21:00-08:00, or none.
          agent-first: 4711 | callbacks.agent-first (config/parley.yaml:1) is "4711"; allowed is a list of words
          'per-hours: payments=0' | callbacks.per-hours (config/parley.yaml:1) is "payments=0"; allowed is a list of queues
          window: 1m | callbacks.window (config/parley.yaml:1) is "1m"; allowed is a time from 5m to 4h
          'retry: {busy: 30m}' | callbacks.retry.busy (config/parley.yaml:1) is "30m"; allowed is how many calls from 1 to 20
          'retry: {busy: 4 x 0m}' | callbacks.retry.busy (config/parley.yaml:1) is "4 x 0m"
          'retry: {busy: 4 x 73h}' | callbacks.retry.busy (config/parley.yaml:1) is "4 x 73h"
          'retry: {bussy: 4 x 5m}' | callbacks.retry.busy
          'follow-up: {repair: fax}' | callbacks.follow-up.repair (config/parley.yaml:1) is "fax"; allowed is call or mail or person.
          """)
  void whatIsWrongIsSaid(String callbacks, String expected) {
    SettingsException wrong = assertThrows(SettingsException.class, () -> load(callbacks));

    String said = String.valueOf(wrong.getMessage());
    assertTrue(said.contains(expected), said);
  }

  @Test
  void queuesMayHaveNumbersAndAnOrderOfTheirOwn() throws IOException {
    CallbackSettings settings =
        load("per-hour: 12, per-hours: 'payments=40', agent-first: 'payments, travel'");
    assertEquals(12, settings.perHour("general"));
    assertEquals(40, settings.perHour("payments"));
    assertEquals(Set.of("payments", "travel"), settings.agentFirst());
  }

  private CallbackSettings load(String callbacks) throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/parley.yaml"), "callbacks: {" + callbacks + "}\n");
    return SettingsLoader.load(home, Map.of(), List.of()).settings().callbacks();
  }
}
