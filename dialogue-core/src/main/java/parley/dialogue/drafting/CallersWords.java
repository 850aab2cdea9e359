package parley.dialogue.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.privacy.Masked;
import parley.dialogue.privacy.Masking;
import parley.dialogue.privacy.PersonalKind;
import parley.dialogue.understanding.Command;
import parley.dialogue.usage.Exchange;
import parley.dialogue.usage.Uses;
import parley.dialogue.usage.Verdict;
import parley.dialogue.words.Words;

/// What callers really said: by the entry that answered it, and what was not understood. Nothing
/// with personal data in it, masked or not. One for each run; one thread.
public final class CallersWords {

  private static final int FEWEST_WORDS = 3;
  private static final int MOST_WORDS = 14;

  /** Enough to choose from, and an endless log stays small. */
  private static final int MOST = 5_000;

  private final Map<String, List<String>> answered = new LinkedHashMap<>();
  private final List<String> unanswered = new ArrayList<>();
  private int kept;

  public void add(Exchange exchange) {
    Map<String, Verdict> verdicts = Uses.verdicts(exchange);
    List<TurnTaken> turns =
        exchange.turns().stream()
            .filter(turn -> turn.speaker() == Speaker.CALLER && !turn.keyed())
            .toList();
    for (int i = 0; i < turns.size(); i++) {
      String next = i + 1 < turns.size() ? turns.get(i + 1).understoodAs() : "";
      add(turns.get(i), next, verdicts);
    }
  }

  private void add(TurnTaken turn, String next, Map<String, Verdict> verdicts) {
    String said = turn.understoodAs();
    boolean askedBack = said.endsWith("?");
    String name = askedBack ? said.substring(0, said.length() - 1) : said;
    boolean confirmed = !askedBack || next.equals(Command.YES.key());
    if (said.equals("not-understood")) {
      usable(turn).forEach(unanswered::add);
    } else if (confirmed && verdicts.getOrDefault(name, Verdict.FAILED) != Verdict.FAILED) {
      usable(turn)
          .forEach(words -> answered.computeIfAbsent(name, _ -> new ArrayList<>()).add(words));
    }
  }

  private Stream<String> usable(TurnTaken turn) {
    Masked masked = Masking.masked(turn.words().text());
    Words words = Words.of(masked.text());
    boolean use =
        kept < MOST
            && masked.findings().isEmpty()
            && words.size() >= FEWEST_WORDS
            && words.size() <= MOST_WORDS
            && Stream.of(PersonalKind.values())
                .noneMatch(kind -> words.contains(Words.of(kind.stand())));
    kept += use ? 1 : 0;
    return use ? Stream.of(words.text()) : Stream.empty();
  }

  /// What was answered with an entry and not said again otherwise, oldest conversation first.
  List<String> answeredBy(String entry) {
    return answered.getOrDefault(entry, List.of());
  }

  List<String> unanswered() {
    return unanswered;
  }
}
