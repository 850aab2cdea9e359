package parley.dialogue.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.words.Words;

/// Finds commands in what a caller said. Whole words only; filler does not count; a negated command
/// ("i do not want to talk to a person") is none. Pure; any thread.
public final class Commands {

  private static final int NEGATION_REACH = 4;
  private static final Set<String> NEGATIONS = Set.of("not", "never", "without");

  private final WordLists lists;

  public Commands(WordLists lists) {
    this.lists = lists;
  }

  /// A command that was heard. `coverage` is the share of the meaningful words that its phrase
  /// makes up.
  public record Spotted(Command command, Words phrase, double coverage) {}

  /// The command with the longest phrase; thanks, yes and no only when nothing else was said.
  public Optional<Spotted> spot(Words words) {
    return lists.commands().entrySet().stream()
        .flatMap(entry ->
            entry.getValue().stream()
                .filter(phrase -> said(words, phrase))
                .map(phrase -> spotted(entry.getKey(), phrase, words)))
        .max(
            Comparator.comparing((Spotted spotted) -> !polite(spotted.command()))
                .thenComparingInt(spotted -> spotted.phrase().size())
                .thenComparing(Spotted::command, Comparator.reverseOrder()));
  }

  /// The words that mean something: filler taken out, unless nothing else was said.
  public Words meaningful(Words words) {
    Words left = words.without(lists.filler());
    return left.isEmpty() ? words : left;
  }

  private static boolean polite(Command command) {
    return switch (command) {
      case THANKS, YES, NO -> true;
      case PERSON, GOODBYE, CALLBACK, REPEAT, WAIT, SLOWER, HELP, CANCEL -> false;
    };
  }

  private Spotted spotted(Command command, Words phrase, Words words) {
    int meant = content(phrase);
    int all = Math.max(meant, content(words));
    return new Spotted(command, phrase, all == 0 ? 1 : (double) meant / all);
  }

  private int content(Words words) {
    return words.without(lists.filler()).size();
  }

  private static boolean said(Words words, Words phrase) {
    for (int at = words.find(phrase); at >= 0; at = words.find(phrase, at + 1)) {
      if (!negated(words, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean negated(Words words, int at) {
    List<String> before = words.list().subList(Math.max(0, at - NEGATION_REACH), at);
    boolean denied = at > 0 && words.list().get(at - 1).equals("no") && at > 1;
    return denied || before.stream().anyMatch(NEGATIONS::contains);
  }
}
