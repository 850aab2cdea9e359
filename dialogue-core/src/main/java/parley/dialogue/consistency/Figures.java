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
import org.jspecify.annotations.Nullable;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.entities.Entity;
import parley.dialogue.entities.EntityFinder;
import parley.dialogue.entities.EntityValue;
import parley.dialogue.knowledge.CommonWords;
import parley.dialogue.words.Words;

/// What a sentence states that another could state differently: amounts, days, times and quantities
/// by their unit, and a yes or no at its beginning. A sentence is read once, however many others it
/// is compared with. English. One thread.
final class Figures {

  private static final EntityFinder FINDER = new EntityFinder(List.of());

  /** Any day will do, as long as both sentences are read on it. */
  private static final CallerContext READ =
      new CallerContext(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC, "GB");

  private static final Set<String> YES = Set.of("yes", "of", "sure", "certainly");
  private static final Set<String> NO = Set.of("no", "unfortunately", "never");
  private static final Set<String> NEGATIONS =
      Set.of("not", "cannot", "never", "no", "neither", "without");

  private final String sentence;
  private final Words words;
  private final List<String> plain;
  private @Nullable Map<String, Set<String>> values;

  private Figures(String sentence) {
    this.sentence = sentence;
    this.words = Words.of(sentence);
    this.plain = CommonWords.stems(plain(words));
  }

  static Figures of(String sentence) {
    return new Figures(sentence);
  }

  /// Values by kind: `money`, `date`, `time`, or the unit of a quantity.
  Map<String, Set<String>> values() {
    Map<String, Set<String>> known = values;
    if (known == null) {
      known = values(sentence);
      values = known;
    }
    return known;
  }

  private static Map<String, Set<String>> values(String sentence) {
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
  Optional<String> differing(Figures other) {
    for (var figure : values().entrySet()) {
      Set<String> theirs = other.values().getOrDefault(figure.getKey(), Set.of());
      if (!theirs.isEmpty() && theirs.stream().noneMatch(figure.getValue()::contains)) {
        return Optional.of(
            String.join(", ", figure.getValue()) + " and " + String.join(", ", theirs));
      }
    }
    return Optional.empty();
  }

  /// Whether one sentence says yes where the other says no.
  boolean opposed(Figures other) {
    return (begins(YES) && other.begins(NO))
        || (begins(NO) && other.begins(YES))
        || negated() != other.negated();
  }

  /// The share of words in common, of those that neither affirm nor deny.
  double sameButForNot(Figures other) {
    return CommonWords.share(plain, other.plain);
  }

  private static String plain(Words words) {
    return words.list().stream()
        .filter(word -> !NEGATIONS.contains(word) && !YES.contains(word) && !NO.contains(word))
        .collect(Collectors.joining(" "));
  }

  private boolean begins(Set<String> with) {
    return !words.isEmpty() && with.contains(words.list().getFirst());
  }

  private boolean negated() {
    return words.list().stream().filter(NEGATIONS::contains).count() % 2 == 1;
  }
}
