package parley.transfer.agent;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.config.Settings.AgentSettings;

/// The people that the settings name, in the order of the settings. Immutable; any thread.
public final class Agents {

  private final Map<String, Agent> byId = new LinkedHashMap<>();

  private Agents(Collection<Agent> agents) {
    for (Agent agent : agents) {
      if (byId.put(agent.id(), agent) != null) {
        throw new IllegalArgumentException(
            "Two agents have the id '" + agent.id() + "': an id is one person's, change one");
      }
    }
  }

  public static Agents of(Agent... agents) {
    return new Agents(List.of(agents));
  }

  public static Agents from(List<AgentSettings> settings) {
    return new Agents(settings.stream().map(Agents::agent).toList());
  }

  public List<Agent> all() {
    return List.copyOf(byId.values());
  }

  public Optional<Agent> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The agent whose phone Asterisk calls by this name, with or without the technology:
  /// `PJSIP/agent1` and `agent1` as device and endpoint events write it.
  public Optional<Agent> findByEndpoint(String endpoint) {
    return byId.values().stream()
        .filter(agent -> agent.endpoint().equals(endpoint) || agent.id().equals(endpoint))
        .findFirst();
  }

  /// Asterisk's configuration names each phone's endpoint after the agent's id; the extension is
  /// only what people dial.
  private static Agent agent(AgentSettings person) {
    return new Agent(
        person.id(),
        person.name(),
        person.extension(),
        "PJSIP/" + person.id(),
        person.skills(),
        person.languages());
  }
}
