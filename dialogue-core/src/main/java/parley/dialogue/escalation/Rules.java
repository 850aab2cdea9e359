package parley.dialogue.escalation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The active rules, in their order. Immutable; pure; any thread.
public final class Rules {

  private final List<Rule> all;
  private final List<Rule> active;

  public Rules(List<Rule> rules) {
    this.all =
        rules.stream()
            .sorted(Comparator.comparingInt(Rule::order).thenComparing(Rule::id))
            .toList();
    this.active = all.stream().filter(Rule::active).toList();
  }

  /// All rules, the inactive ones too, for the console and the database.
  public List<Rule> all() {
    return all;
  }

  /// The first rule that holds and is not among `fired`.
  public Optional<Rule> first(Facts facts, Set<String> fired) {
    return active.stream()
        .filter(rule -> !fired.contains(rule.id()))
        .filter(rule -> rule.condition().holds(facts))
        .findFirst();
  }
}
