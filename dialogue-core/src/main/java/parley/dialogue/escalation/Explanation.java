package parley.dialogue.escalation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.dialogue.words.Words;

/// Says in a few words why a condition holds: which of its parts, and the value that it looked at.
/// Of what the customer said it names only phrases of the rule itself. Pure; any thread.
public final class Explanation {

  private Explanation() {}

  /// @param condition one that holds for these facts
  public static String of(Condition condition, Facts facts) {
    return switch (condition) {
      case Condition.All(List<Condition> inner) ->
          inner.stream().map(one -> of(one, facts)).collect(Collectors.joining(" and "));
      case Condition.Any(List<Condition> inner) ->
          inner.stream()
              .filter(one -> one.holds(facts))
              .findFirst()
              .map(one -> of(one, facts))
              .orElse("");
      case Condition.Not(Condition inner) -> "not " + kind(inner);
      case Condition.Said(List<Words> phrases) ->
          phrases.stream()
              .filter(facts.words()::contains)
              .findFirst()
              .map(phrase -> "said \"" + phrase.text() + "\"")
              .orElse("");
      case Condition.Anger(int turns) ->
          "angry in %d turns (at least %d)".formatted(facts.angryTurns(), turns);
      case Condition.Distress _ -> "distress";
      case Condition.SentimentBelow(Condition.Felt felt, double bound) ->
          below(
              felt == Condition.Felt.NOW ? "sentiment" : "sentiment course", felt.in(facts), bound);
      case Condition.ConfidenceBelow(double bound) ->
          below("confidence", facts.confidence(), bound);
      case Condition.AtLeast(Condition.Counted counted, int least) ->
          "%s %d (at least %d)".formatted(name(counted), counted.in(facts), least);
      case Condition.Understood(Condition.Subject subject, var _) ->
          name(subject) + " " + subject.in(facts);
      case Condition.Has(var kinds) ->
          "names " + facts.kinds().stream().filter(kinds::contains).sorted().toList();
      case Condition.AmountFrom(double least) -> "an amount from " + least;
      case Condition.Within(Hours hours) ->
          "time within %s to %s".formatted(hours.from(), hours.to());
    };
  }

  private static String below(String what, double value, double bound) {
    return String.format(Locale.ROOT, "%s %.2f (below %.2f)", what, value, bound);
  }

  private static String name(Enum<?> what) {
    return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String kind(Condition condition) {
    return condition instanceof Condition.Understood(Condition.Subject subject, var names)
        ? name(subject) + " " + names.stream().sorted().toList()
        : condition.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
