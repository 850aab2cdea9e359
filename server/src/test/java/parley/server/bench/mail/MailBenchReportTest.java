package parley.server.bench.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// What `bench mail` prints: the keys that others build on.
class MailBenchReportTest {

  private static final Machine MACHINE = new Machine("cpu", 2, 8000, 0.5, "Linux");
  private static final MailPlan PLAN = new MailPlan(3, 0, 25, 1, false, 50);
  private static final ReplyWatch.Result TWO =
      new ReplyWatch.Result(2, 1, Spread.of(List.of(100.0, 300.0)), 20.5);

  @Test
  void theKeysAreThoseOfTheDesign() throws Exception {
    JsonNode json = new ObjectMapper().readTree(report(MailBenchReport.Big.NONE).json());

    assertEquals(3, json.get("sent").asInt());
    assertEquals(2, json.get("replied").asInt());
    assertEquals(1, json.get("lost").asInt());
    assertEquals(1, json.get("doubled").asInt());
    assertEquals(0, json.get("kills").asInt());
    assertEquals(100, json.at("/reply_ms/p50").asDouble());
    assertEquals(300, json.at("/reply_ms/p95").asDouble());
    assertEquals(20.5, json.get("mails_per_second").asDouble());
    assertEquals(12, json.get("cpu_ms_per_mail").asDouble());
    assertFalse(json.has("big"));
  }

  @Test
  void largeMailsTellTheHighestMemory() throws Exception {
    MailBenchReport.Big big =
        new MailBenchReport.Big(
            4, 4, 50, Spread.of(List.of(9000.0)), OptionalDouble.of(400), OptionalDouble.of(402));

    JsonNode json = new ObjectMapper().readTree(report(big).json());

    assertEquals(400, json.at("/big/peak_memory_mb/first").asDouble());
    assertEquals(402, json.at("/big/peak_memory_mb/last").asDouble());
    assertTrue(report(big).table().contains("mails of  50 MB   4 sent, 4 replied"));
  }

  private static MailBenchReport report(MailBenchReport.Big big) {
    return MailBenchReport.of(
        PLAN,
        TWO,
        OptionalDouble.of(12),
        OptionalDouble.of(300),
        OptionalDouble.of(310),
        big,
        MACHINE);
  }
}
