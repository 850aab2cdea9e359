package parley.db.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.db.TestDatabase;
import parley.db.mirror.AgentTable.Availability;
import parley.db.mirror.KnowledgeMirror.KnowledgeRow;
import parley.db.mirror.RuleMirror.RuleRow;
import parley.transfer.agent.Agent;

class MirrorTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T08:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-03-04T08:00:00Z");

  private static KnowledgeRow hours(String answer) {
    return new KnowledgeRow("hours", "general", "When?", answer, List.of("open", "hours"), "en");
  }

  @Test
  void aCitationMeansTheTextThatWasInForceThen() {
    var mirror = new KnowledgeMirror(TestDatabase.database().sql());
    assertEquals(1, mirror.sync(List.of(hours("Nine to five.")), MONDAY));
    assertEquals(0, mirror.sync(List.of(hours("Nine to five.")), TUESDAY));
    assertEquals(1, mirror.sync(List.of(hours("Eight to six.")), TUESDAY));
    assertEquals(1, mirror.sync(List.of(), WEDNESDAY));

    assertEquals(Optional.empty(), mirror.inForce("hours", MONDAY.minusSeconds(1)));
    assertEquals(Optional.of(hours("Nine to five.")), mirror.inForce("hours", MONDAY));
    assertEquals(Optional.of(hours("Eight to six.")), mirror.inForce("hours", TUESDAY));
    assertEquals(Optional.empty(), mirror.inForce("hours", WEDNESDAY));
  }

  @Test
  void rulesKeepTheirVersions() {
    var mirror = new RuleMirror(TestDatabase.database().sql());
    var low = new RuleRow("anger", "{\"words\": [\"lawyer\"]}", "{\"queue\": \"care\"}", 5, true);
    var high = new RuleRow("anger", low.condition(), low.action(), 50, true);
    assertEquals(1, mirror.sync(List.of(low), MONDAY));
    assertEquals(1, mirror.sync(List.of(high), TUESDAY));
    assertEquals(5, mirror.inForce("anger", MONDAY).orElseThrow().priority());
    assertEquals(50, mirror.inForce("anger", WEDNESDAY).orElseThrow().priority());
  }

  @Test
  void whatAnAgentChoseSurvivesARestart() {
    var agents = new AgentTable(TestDatabase.database().sql());
    var anna = new Agent("anna", "Anna", "201", "PJSIP/201", Set.of("billing"), Set.of("en"));
    var ben = new Agent("ben", "Ben", "202", "PJSIP/202", Set.of(), Set.of("en"));
    agents.sync(List.of(anna, ben), MONDAY);
    assertTrue(agents.setAvailability("anna", Availability.BUSY, MONDAY));
    agents.sync(List.of(anna), TUESDAY);
    assertEquals(Map.of("anna", Availability.BUSY), agents.availability());
    assertFalse(agents.setAvailability("ben", Availability.BUSY, TUESDAY));
    agents.sync(List.of(), WEDNESDAY);
    assertEquals(Map.of(), agents.availability());
  }
}
