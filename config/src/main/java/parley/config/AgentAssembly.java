package parley.config;

import static parley.config.AgentKeys.AGENT_EXTENSION;
import static parley.config.AgentKeys.AGENT_ID;
import static parley.config.AgentKeys.AGENT_LANGUAGES;
import static parley.config.AgentKeys.AGENT_NAME;
import static parley.config.AgentKeys.AGENT_PASSWORD;
import static parley.config.AgentKeys.AGENT_SKILLS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts `agents` together. Thread: the one that loads.
record AgentAssembly(Values values) {

  List<Settings.AgentSettings> agents() {
    List<Settings.AgentSettings> agents = new ArrayList<>();
    for (int index = 0; index < values.count("agents"); index++) {
      Settings.AgentSettings agent = agent(new ListValues(values, index));
      if (agent != null) {
        agents.add(agent);
      }
    }
    return agents;
  }

  private static Settings.@Nullable AgentSettings agent(ListValues one) {
    String id = one.required(AGENT_ID);
    String name = one.required(AGENT_NAME);
    String extension = one.required(AGENT_EXTENSION);
    Secret password = one.find(AGENT_PASSWORD);
    Set<String> skills = one.get(AGENT_SKILLS);
    Set<String> languages = one.get(AGENT_LANGUAGES);
    if (id == null || name == null || extension == null) {
      return null;
    }
    return new Settings.AgentSettings(id, name, extension, password, skills, languages);
  }
}
