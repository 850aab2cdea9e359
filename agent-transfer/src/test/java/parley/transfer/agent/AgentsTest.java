package parley.transfer.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.config.Settings.AgentSettings;

class AgentsTest {

  private static AgentSettings person(String id) {
    return new AgentSettings(id, "Ada", "201", null, Set.of("general"), Set.of("en"));
  }

  @Test
  void endpointIsNamedAfterTheId() {
    Agent agent = Agents.from(List.of(person("ada"))).find("ada").orElseThrow();
    assertEquals("PJSIP/ada", agent.endpoint());
    assertEquals("201", agent.extension());
  }

  @Test
  void agentIsFoundByEndpointWithAndWithoutTechnology() {
    Agents agents = Agents.of(TestAgents.ADA, TestAgents.BEN);
    assertEquals(Optional.of(TestAgents.BEN), agents.findByEndpoint("PJSIP/ben"));
    assertEquals(Optional.of(TestAgents.BEN), agents.findByEndpoint("ben"));
    assertTrue(agents.findByEndpoint("PJSIP/caller").isEmpty());
  }

  @Test
  void sameIdTwiceIsRefusedByName() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Agents.from(List.of(person("ada"), person("ada"))));
    assertTrue(String.valueOf(refused.getMessage()).contains("'ada'"));
  }
}
