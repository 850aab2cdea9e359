package parley.dialogue.consistency;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.entities.Entity;
import parley.dialogue.entities.EntityFinder;
import parley.dialogue.entities.EntityValue;
import parley.dialogue.knowledge.CommonWords;
import parley.dialogue.words.Words;

/// What a sentence states that another could state differently: amounts, days, times and quantities
/// by their unit, and a yes or no at its beginning. English. Pure.
final class Figures {

  private static final EntityFinder FINDER = new EntityFinder(List.of());

  /** Any day will do, as long as both sentences are read on it. */
  private static final CallerContext READ =
      new CallerContext(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC, "GB");

  private static final Set<String> YES = Set.of("yes", "of", "sure", "certainly");
  private static final Set<String> NO = Set.of("no", "unfortunately", "never");
  private static final Set<String> NEGATIONS =
      Set.of("not", "cannot", "never", "no", "neither", "without");

  private Figures() {}

  /// Values by kind: `money`, `date`, `time`, or the unit of a quantity.
  static Map<String, Set<String>> of(String sentence) {
    Map<String, Set<String>> figures = new TreeMap<>();
    for (Entity entity : FINDER.find(sentence, READ)) {
      kind(entity.value())
          .ifPresent(
              kind -> figures.computeIfAbsent(kind, _ -> new TreeSet<>()).add(shown(entity)));
    }
    return figures;
  }

  private static String shown(Entity entity) {
    String canonical = entity.canonical();
    return canonical.substring(canonical.indexOf('=') + 1);
  }

  private static Optional<String> kind(EntityValue value) {
    return switch (value) {
      case EntityValue.Money _ -> Optional.of("money");
      case EntityValue.Dates _ -> Optional.of("date");
      case EntityValue.Times _ -> Optional.of("time");
      case EntityValue.Moments _ -> Optional.of("moment");
      case EntityValue.Phone _ -> Optional.of("phone");
      case EntityValue.MailAddress _ -> Optional.of("mail address");
      case EntityValue.Quantity(var _, String unit) when !unit.isEmpty() -> Optional.of(unit);
      case EntityValue.Quantity _,
          EntityValue.Reference _,
          EntityValue.PersonName _,
          EntityValue.Place _ ->
          Optional.empty();
    };
  }

  /// What two sentences state of the same kind and not alike; nothing when they agree.
  static Optional<String> differing(String one, String other) {
    Map<String, Set<String>> ours = of(one);
    Map<String, Set<String>> theirs = of(other);
    for (var figure : ours.entrySet()) {
      Set<String> values = theirs.getOrDefault(figure.getKey(), Set.of());
      if (!values.isEmpty() && values.stream().noneMatch(figure.getValue()::contains)) {
        return Optional.of(
            String.join(", ", figure.getValue()) + " and " + String.join(", ", values));
      }
    }
    return Optional.empty();
  }

  /// Whether one sentence says yes where the other says no.
  static boolean opposed(String one, String other) {
    Words ours = Words.of(one);
    Words theirs = Words.of(other);
    return (begins(ours, YES) && begins(theirs, NO))
        || (begins(ours, NO) && begins(theirs, YES))
        || negated(ours) != negated(theirs);
  }

  /// The share of words in common, of those that neither affirm nor deny.
  static double sameButForNot(String one, String other) {
    return CommonWords.share(plain(one), plain(other));
  }

  private static String plain(String sentence) {
    return Words.of(sentence).list().stream()
        .filter(word -> !NEGATIONS.contains(word) && !YES.contains(word) && !NO.contains(word))
        .collect(Collectors.joining(" "));
  }

  private static boolean begins(Words words, Set<String> with) {
    return !words.isEmpty() && with.contains(words.list().getFirst());
  }

  private static boolean negated(Words words) {
    return words.list().stream().filter(NEGATIONS::contains).count() % 2 == 1;
  }
}
