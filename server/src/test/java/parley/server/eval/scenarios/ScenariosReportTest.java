package parley.server.eval.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.quality.Channel;
import parley.server.eval.scenarios.Result.Verdict;
import parley.server.measure.Machine;

/// Skipped scenarios are neither passed nor failed, wherever results are written.
class ScenariosReportTest {
  private static final List<Result> ALL =
      List.of(
          new Result(scenario("good"), new Verdict.Passed(), 1),
          new Result(
              scenario("bad"),
              new Verdict.Failed(List.of("a fault"), List.of("heard <otherwise>")),
              2),
          new Result(scenario("none"), new Verdict.Skipped("a \"reason\""), 3));

  private static Scenario scenario(String name) {
    return new Scenario(
        "a.yaml",
        name,
        new ConversationEvent.Started(
            ScenarioFiles.USUAL,
            "en",
            "",
            "",
            ZonedDateTime.parse("2026-03-02T09:00Z"),
            Channel.VOICE,
            Set.of()),
        true,
        List.of());
  }

  @Test
  void theTableTellsReasonsAndCountsAllThree() {
    String table = new ScenariosReport(ALL, true, Machine.here()).table();
    assertTrue(table.contains("3 scenarios, 1 failed, 1 passed, 1 skipped"), table);
    assertTrue(table.contains("FAILED  bad"), table);
    assertTrue(table.contains("        a fault" + System.lineSeparator()), table);
    assertTrue(table.contains("        heard <otherwise>"), table);
    assertTrue(table.contains("skipped none"), table);
    assertTrue(table.contains("        a \"reason\""), table);
  }

  @Test
  void jsonHasReasonAndWhatWasMisheard() throws JsonProcessingException {
    ScenariosReport report = new ScenariosReport(ALL, true, Machine.here());
    assertFalse(report.passed());
    JsonNode json = new ObjectMapper().readTree(report.json());
    assertEquals(1, json.get("failed").asInt());
    assertEquals(1, json.get("passed").asInt());
    assertEquals(1, json.get("skipped").asInt());
    assertEquals("heard <otherwise>", json.at("/results/1/misheard/0").asText());
    assertEquals("a \"reason\"", json.at("/results/2/skipped").asText());
    assertFalse(json.at("/results/2/passed").asBoolean());
  }

  @Test
  void junitKnowsSkippedTests() {
    String xml = new JUnitReport(ALL).xml();
    assertTrue(xml.contains("tests=\"3\" failures=\"1\" skipped=\"1\">"), xml);
    assertTrue(xml.contains("<failure message=\"a fault; heard &lt;otherwise>\"/>"), xml);
    assertTrue(xml.contains("<skipped message=\"a &quot;reason&quot;\"/>"), xml);
  }

  @Test
  void aRunThatSkipsEverythingElseHasPassed() {
    assertTrue(new ScenariosReport(List.of(ALL.get(0), ALL.get(2)), true, Machine.here()).passed());
  }
}
