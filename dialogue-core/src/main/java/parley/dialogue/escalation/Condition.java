package parley.dialogue.escalation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import parley.dialogue.entities.EntityValue;
import parley.dialogue.words.Words;

/// When a rule fires. Pure.
public sealed interface Condition {

  boolean holds(Facts facts);

  /// Every one holds.
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Facts facts) {
      return conditions.stream().allMatch(condition -> condition.holds(facts));
    }
  }

  /// At least one holds.
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Facts facts) {
      return conditions.stream().anyMatch(condition -> condition.holds(facts));
    }
  }

  /// The inner one does not hold.
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return !condition.holds(facts);
    }
  }

  /// One of the phrases was said, as whole words.
  record Said(List<Words> phrases) implements Condition {
    public Said {
      phrases = List.copyOf(phrases);
    }

    @Override
    public boolean holds(Facts facts) {
      return phrases.stream().anyMatch(facts.words()::contains);
    }
  }

  /// Angry words in this turn, and in at least so many turns of the call.
  record Anger(int turns) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.angryNow() && facts.angryTurns() >= turns;
    }
  }

  /// Words of distress in this turn.
  record Distress() implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.distress();
    }
  }

  /// A sentiment, -1 to +1, is below `bound`.
  record SentimentBelow(Felt felt, double bound) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return felt.in(facts) < bound;
    }
  }

  /// The recognizer was less sure of this turn's words than `bound`, 0 to 1.
  record ConfidenceBelow(double bound) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.confidence() < bound;
    }
  }

  /// Something of one of these kinds was named, such as `money` or `order`.
  record Has(Set<String> kinds) implements Condition {
    public Has {
      kinds = Set.copyOf(kinds);
    }

    @Override
    public boolean holds(Facts facts) {
      return facts.kinds().stream().anyMatch(kinds::contains);
    }
  }

  /// An amount of money of at least so much was named, in whatever currency.
  record AmountFrom(double least) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.entities().stream()
          .anyMatch(value ->
              value instanceof EntityValue.Money money && money.amount().doubleValue() >= least);
    }
  }

  /// The conversation began within these hours, at the site.
  record Within(Hours hours) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return hours.hold(facts.around().at());
    }
  }

  /// A number of the call has reached `least`.
  record AtLeast(Counted counted, int least) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return counted.in(facts) >= least;
    }
  }

  /// The turn was understood as one of these.
  record Understood(Subject subject, Set<String> names) implements Condition {
    public Understood {
      names = Set.copyOf(names);
    }

    @Override
    public boolean holds(Facts facts) {
      return names.contains(subject.in(facts));
    }
  }

  /// Which sentiment.
  enum Felt {
    NOW,
    COURSE;

    double in(Facts facts) {
      return switch (this) {
        case NOW -> facts.sentiment().score();
        case COURSE -> facts.course().level();
      };
    }
  }

  /// What can be counted.
  enum Counted {
    FAILURES,
    LOW_CONFIDENCE,
    TURNS,
    SAME_QUESTION,
    SILENCE;

    int in(Facts facts) {
      return switch (this) {
        case FAILURES -> facts.failures();
        case LOW_CONFIDENCE -> facts.lowConfidenceTurns();
        case TURNS -> facts.turns();
        case SAME_QUESTION -> facts.sameQuestion();
        case SILENCE -> facts.silences();
      };
    }
  }

  /// What can be named.
  enum Subject {
    KNOWLEDGE,
    CATEGORY,
    COMMAND,
    INTENT,
    LANGUAGE,
    CHANNEL,
    CUSTOMER_TIER;

    String in(Facts facts) {
      return switch (this) {
        case KNOWLEDGE -> facts.knowledge();
        case CATEGORY -> facts.category();
        case COMMAND -> facts.command();
        case INTENT -> facts.intent();
        case LANGUAGE -> facts.language();
        case CHANNEL -> facts.around().channel().name().toLowerCase(Locale.ROOT);
        case CUSTOMER_TIER -> facts.around().tier();
      };
    }
  }
}
