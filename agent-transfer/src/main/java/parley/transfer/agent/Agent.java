package parley.transfer.agent;

import java.util.Set;

/// A person with a phone. `endpoint` is what Asterisk dials, such as `PJSIP/agent1`; languages are
/// ISO 639-1 codes.
public record Agent(
    String id,
    String name,
    String extension,
    String endpoint,
    Set<String> skills,
    Set<String> languages) {
  public Agent {
    skills = Set.copyOf(skills);
    languages = Set.copyOf(languages);
  }
}
