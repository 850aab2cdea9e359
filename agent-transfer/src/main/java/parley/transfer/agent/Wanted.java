package parley.transfer.agent;

import java.util.Locale;
import java.util.OptionalInt;
import parley.dialogue.conversation.HandOverRequest;

/// Which agent a call needs. An agent must speak the language (empty: any). Of those who do, the
/// skill decides, in this order of preference:
///
/// 1. agents with exactly the wanted skill;
/// 2. agents with the skill `general`, who take any matter;
/// 3. anybody else, but only when the wish itself is `general` or empty: a caller who just wants a
///    person is better off with a specialist than with nobody, while a caller with a payment
///    problem is not helped by the specialist for travel.
///
/// @param language ISO 639-1, such as `en`; a region (`en-GB`) is ignored
public record Wanted(String skill, String language) {

  /// The skill of people who take any matter.
  public static final String GENERAL = "general";

  public Wanted {
    skill = skill.strip().toLowerCase(Locale.ROOT);
    skill = skill.isEmpty() ? GENERAL : skill;
    language = primary(language);
  }

  /// Where no rule names a skill, the call's queue does: the dialplan's, or `transfer.queue`.
  public static Wanted of(HandOverRequest request) {
    String skill = request.skill().isBlank() ? request.queue() : request.skill();
    return new Wanted(skill, request.language());
  }

  /// Whether the agent can take the call at all.
  public boolean fits(Agent agent) {
    return rank(agent).isPresent();
  }

  /// How well the agent fits, 0 is best; empty when the agent does not fit at all.
  OptionalInt rank(Agent agent) {
    if (!language.isEmpty()
        && agent.languages().stream().noneMatch(spoken -> primary(spoken).equals(language))) {
      return OptionalInt.empty();
    }
    if (has(agent, skill)) {
      return OptionalInt.of(0);
    }
    if (has(agent, GENERAL)) {
      return OptionalInt.of(1);
    }
    return skill.equals(GENERAL) ? OptionalInt.of(2) : OptionalInt.empty();
  }

  private static boolean has(Agent agent, String skill) {
    return agent.skills().stream().anyMatch(skill::equalsIgnoreCase);
  }

  private static String primary(String language) {
    return language.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }
}
