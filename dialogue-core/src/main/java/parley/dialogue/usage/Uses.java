package parley.dialogue.usage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;

/// Reads from a conversation which entries were answers in it, and whether each helped. The first
/// thing that the caller says after the answer and that tells anything decides: thanks; the same
/// question again, a wish for a person, a no that is not the last word. When nothing does, the
/// conclusion counts. Pure.
public final class Uses {

  private Uses() {}

  /// By entry: whether it helped.
  public static Map<String, Verdict> verdicts(Exchange exchange) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    in(exchange).forEach((entry, use) -> verdicts.put(entry, use.verdict()));
    return verdicts;
  }

  /// One use of an entry.
  ///
  /// @param at when the answer was last given
  record Use(Instant at, Verdict verdict) {}

  /// By entry; passages of documents too. One for each conversation, however often it was said.
  static Map<String, Use> in(Exchange exchange) {
    Map<String, Use> uses = new LinkedHashMap<>();
    List<TurnTaken> turns = exchange.turns();
    for (int i = 0; i < turns.size(); i++) {
      for (String entry : answers(turns.get(i))) {
        Instant at = turns.get(i).at();
        Use first = uses.get(entry);
        Verdict verdict = first == null ? verdict(entry, exchange, i) : first.verdict();
        uses.put(entry, new Use(at, verdict));
      }
    }
    return uses;
  }

  /// A reply of which nothing was heard answered nothing.
  private static List<String> answers(TurnTaken turn) {
    return turn.speaker() == Speaker.PARLEY && !turn.words().isEmpty()
        ? turn.citations()
        : List.of();
  }

  private static Verdict verdict(String entry, Exchange exchange, int answer) {
    List<TurnTaken> after = exchange.turns().subList(answer + 1, exchange.turns().size());
    boolean doubted = false;
    boolean replied = false;
    for (TurnTaken turn : after) {
      if (turn.speaker() == Speaker.CALLER) {
        replied = true;
        switch (Sign.of(entry, turn)) {
          case NONE -> {}
          case NO -> doubted = true;
          case NOT_IT -> {
            return Verdict.FAILED;
          }
          case THANKS -> {
            return doubted ? byEnding(exchange, false) : Verdict.HELPED;
          }
          case GOODBYE -> {
            return byEnding(exchange, false);
          }
          case WENT_ON -> {
            return doubted ? Verdict.FAILED : byEnding(exchange, true);
          }
        }
      }
    }
    boolean cutOff = exchange.turns().get(answer).interrupted() && !replied;
    return cutOff ? Verdict.UNKNOWN : byEnding(exchange, false);
  }

  /// @param wentOn whether the caller came to another matter: what became of that says little
  private static Verdict byEnding(Exchange exchange, boolean wentOn) {
    Exchange.Ending ending = exchange.ending();
    if (ending == null) {
      return Verdict.UNKNOWN;
    }
    if (ending.resolved()) {
      return Verdict.HELPED;
    }
    return switch (ending.disposition()) {
      case HANDED_OVER, CALLBACK_PROMISED, NOBODY_REACHED ->
          wentOn ? Verdict.UNKNOWN : Verdict.FAILED;
      case ANSWERED, NOT_ANSWERED, ABANDONED, NOTHING_ASKED, FAILED -> Verdict.UNKNOWN;
    };
  }
}
