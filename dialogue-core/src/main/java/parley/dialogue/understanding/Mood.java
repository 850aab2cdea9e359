package parley.dialogue.understanding;

import java.util.List;
import parley.dialogue.words.Words;

/// Anger and distress by the word lists. Pure; any thread.
public final class Mood {

  /// What was heard between the words of one turn.
  public record Heard(boolean anger, boolean distress) {
    public static final Heard CALM = new Heard(false, false);
  }

  /// Words before a phrase that turn it round: "not hurt", "nobody is hurt", "by accident".
  private static final List<Words> TURNED =
      List.of(
          Words.of("not"),
          Words.of("by"),
          Words.of("nobody"),
          Words.of("nobody is"),
          Words.of("nobody was"),
          Words.of("no one is"),
          Words.of("no one was"));

  private final WordLists lists;

  public Mood(WordLists lists) {
    this.lists = lists;
  }

  public Heard of(Words words) {
    return new Heard(any(words, lists.anger()), any(words, lists.distress()));
  }

  private static boolean any(Words words, List<Words> phrases) {
    return phrases.stream().anyMatch(phrase -> said(words, phrase));
  }

  private static boolean said(Words words, Words phrase) {
    for (int at = words.find(phrase); at >= 0; at = words.find(phrase, at + 1)) {
      int start = at;
      boolean turned =
          TURNED.stream()
              .anyMatch(before -> start >= before.size() && endsAt(words, before, start));
      if (!turned) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsAt(Words words, Words before, int end) {
    return words.list().subList(end - before.size(), end).equals(before.list());
  }
}
