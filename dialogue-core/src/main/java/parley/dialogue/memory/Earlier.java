package parley.dialogue.memory;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.llm.TokenEstimate;
import parley.dialogue.words.Words;

/// What is known of a customer's earlier conversations when a new one begins. Immutable; pure; any
/// thread.
///
/// A number is no proof of who calls. What may be said to whoever calls from it are the two
/// [#neutral] facts, and these only where the settings allow; the rest is for the people who are
/// handed the conversation, and for a language model once the caller is identified.
///
/// @param conversations the newest first
/// @param callBackDue a call back was promised, and nobody has noted that it was made
/// @param mayBeSaid whether the settings allow the neutral facts to be said
public record Earlier(List<Recollection> conversations, boolean callBackDue, boolean mayBeSaid) {

  /// Nothing is known, or nothing is to be known.
  public static final Earlier NONE = new Earlier(List.of(), false, false);

  /// An apology for what was long ago helps nobody.
  private static final Duration FRESH = Duration.ofDays(3);

  private static final double HALF_LIFE_DAYS = 30;
  private static final double OF_ANY_TOPIC = 0.2;
  private static final double OPEN_WEIGHS = 1.5;

  public Earlier {
    conversations = List.copyOf(conversations);
  }

  /// What tells nobody anything but that this number was in touch.
  public enum Neutral {
    CALL_BACK_DUE,
    NOT_HELPED
  }

  /// The neutral fact that matters now; empty also where none may be said.
  public Optional<Neutral> neutral() {
    if (!mayBeSaid) {
      return Optional.empty();
    }
    if (callBackDue) {
      return Optional.of(Neutral.CALL_BACK_DUE);
    }
    return notHelpedLately() ? Optional.of(Neutral.NOT_HELPED) : Optional.empty();
  }

  private boolean notHelpedLately() {
    return conversations.stream()
        .findFirst()
        .filter(last -> last.age().compareTo(FRESH) <= 0)
        .map(Recollection::disposition)
        .filter(last -> last == Disposition.NOT_ANSWERED || last == Disposition.NOBODY_REACHED)
        .isPresent();
  }

  /// The conversations that bear most on what is being said, the most important first.
  ///
  /// @param now what the customer wants now; nothing leaves age and what is still open
  public List<Recollection> relevant(Words now, Relevance relevance) {
    return conversations.stream()
        .map(one -> new Weighed(one, weight(one, relevance.of(now, one))))
        .sorted(
            Comparator.comparingDouble((Weighed one) -> -one.weight())
                .thenComparing(one -> one.conversation().age()))
        .map(Weighed::conversation)
        .toList();
  }

  private record Weighed(Recollection conversation, double weight) {}

  /// As many of those as fit, whole, for a language model; empty when there is none.
  public String text(Words now, Relevance relevance, int tokens) {
    StringBuilder text = new StringBuilder();
    for (Recollection one : relevant(now, relevance)) {
      String line = one.line();
      if (TokenEstimate.of(text + line) < tokens) {
        text.append(line).append('\n');
      }
    }
    return text.toString().strip();
  }

  private static double weight(Recollection one, double topic) {
    double fresh = Math.pow(0.5, one.age().toDays() / HALF_LIFE_DAYS);
    return (OF_ANY_TOPIC + topic) * fresh * (one.resolved() ? 1 : OPEN_WEIGHS);
  }
}
