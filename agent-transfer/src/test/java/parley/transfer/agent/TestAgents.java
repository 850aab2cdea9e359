package parley.transfer.agent;

import java.util.Set;

/// Agents for tests.
public final class TestAgents {

  public static final Agent ADA = agent("ada", Set.of("payments"), Set.of("en"));
  public static final Agent BEN = agent("ben", Set.of("general"), Set.of("en", "de"));
  public static final Agent CLEO = agent("cleo", Set.of("travel"), Set.of("fr"));
  public static final Agent DAN = agent("dan", Set.of("general"), Set.of("en"));

  private TestAgents() {}

  public static Agent agent(String id, Set<String> skills, Set<String> languages) {
    return new Agent(id, id, "200", "PJSIP/" + id, skills, languages);
  }
}
