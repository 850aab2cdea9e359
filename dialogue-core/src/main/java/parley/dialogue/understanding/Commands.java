package parley.dialogue.understanding;

import java.util.ArrayList;
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

  private record Hit(Command command, Words phrase, int at) {

    boolean within(Hit other) {
      return command == other.command
          && at >= other.at
          && at + phrase.size() <= other.at + other.phrase.size();
    }
  }

  /// The command with the longest phrase; thanks, yes and no only when nothing else was said.
  public Optional<Spotted> spot(Words words) {
    List<Hit> hits = hits(words);
    // "Do not talk to a person": the "person" in it is no request either.
    List<Hit> denied = hits.stream().filter(hit -> negated(words, hit.at())).toList();
    return hits.stream()
        .filter(hit -> denied.stream().noneMatch(hit::within))
        .max(
            Comparator.comparing((Hit hit) -> !polite(hit.command()))
                .thenComparingInt(hit -> hit.phrase().size())
                .thenComparing(Hit::command, Comparator.reverseOrder()))
        .map(hit -> spotted(hit, words));
  }

  private List<Hit> hits(Words words) {
    List<Hit> hits = new ArrayList<>();
    lists
        .commands()
        .forEach((command, phrases) -> {
          for (Words phrase : phrases) {
            for (int at = words.find(phrase); at >= 0; at = words.find(phrase, at + 1)) {
              hits.add(new Hit(command, phrase, at));
            }
          }
        });
    return hits;
  }

  /// The words that mean something: filler taken out, unless nothing else was said.
  public Words meaningful(Words words) {
    Words left = words.without(lists.filler());
    return left.isEmpty() ? words : left;
  }

  private static boolean polite(Command command) {
    return switch (command) {
      case THANKS, YES, NO -> true;
      case PERSON, GOODBYE, CALLBACK, REPEAT, WAIT, SLOWER, FASTER, HELP, CANCEL -> false;
    };
  }

  private Spotted spotted(Hit hit, Words words) {
    int meant = content(hit.phrase(), hit.command());
    int all = Math.max(meant, content(words, hit.command()));
    return new Spotted(hit.command(), hit.phrase(), all == 0 ? 1 : (double) meant / all);
  }

  /// Words that count: no filler, and no thanks beside a goodbye.
  private int content(Words words, Command command) {
    Words left = words.without(lists.filler());
    return polite(command) ? left.size() : left.without(lists.phrases(Command.THANKS)).size();
  }

  private static boolean negated(Words words, int at) {
    List<String> before = words.list().subList(Math.max(0, at - NEGATION_REACH), at);
    boolean denied = at > 0 && words.list().get(at - 1).equals("no") && at > 1;
    return denied || before.stream().anyMatch(NEGATIONS::contains);
  }
}
