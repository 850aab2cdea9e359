package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads a person's name after what announces it: words up to the first that no name goes on with,
/// or letters ("s m y t h e"), which replace the word that they spell. Pure; any thread.
final class NameReader {
  private static final int MOST_WORDS = 4;
  private static final int LEAST_LETTERS = 3;
  private static final int MOST_LETTERS = 20;
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "mister",
          "missus",
          "misses",
          "doctor",
          "professor",
          "prof");
  private static final Set<String> EVERYDAY = Set.of("miss", "doctor", "professor", "misses");
  private static final Set<String> SPELLING =
      Set.of("spelled", "spelt", "that's", "thats", "spelling", "is", ",", "it's");
  private static final Set<String> JOINS = Set.of("-");

  /// A name, its first token and the token after it.
  record Name(String text, int from, int next) {}

  private record Spelled(String text, int next) {}

  private NameReader() {}

  static boolean isTitle(String word) {
    return TITLES.contains(word);
  }

  /// "Doctor" and "miss" are also everyday words.
  static boolean isOnlyTitle(String word) {
    return TITLES.contains(word) && !EVERYDAY.contains(word);
  }

  /// @param capitals whether only words with capitals belong to it, as in well-written text
  static Optional<Name> read(Tokens tokens, int at, boolean capitals) {
    int from = afterTitle(tokens, at);
    Optional<Spelled> alone = spelled(tokens, afterSpelling(tokens, from));
    if (alone.isPresent()) {
      return Optional.of(new Name(capitalized(alone.get().text()), from, alone.get().next()));
    }
    List<String> words = new ArrayList<>();
    int next = from;
    while (words.size() < MOST_WORDS && goesOn(tokens, next, capitals)) {
      int end = wordEnd(tokens, next);
      words.add(text(tokens, next, end));
      next = end;
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<Spelled> spelling = spelled(tokens, afterSpelling(tokens, next));
    if (spelling.isPresent()) {
      words.removeLast();
      words.add(capitalized(spelling.get().text()));
      next = spelling.get().next();
    }
    return Optional.of(new Name(String.join(" ", words), from, next));
  }

  private static int afterTitle(Tokens tokens, int at) {
    int next = isTitle(tokens.word(at)) ? at + 1 : at;
    return next > at && tokens.is(next, ".") ? next + 1 : next;
  }

  private static int afterSpelling(Tokens tokens, int at) {
    int next = at;
    while (next < at + 2 && tokens.is(next, SPELLING)) {
      next++;
    }
    return next;
  }

  private static Optional<Spelled> spelled(Tokens tokens, int at) {
    StringBuilder letters = new StringBuilder();
    int next = at;
    while (tokens.token(next).isLetter() && letters.length() < MOST_LETTERS) {
      letters.append(tokens.word(next));
      next++;
    }
    return letters.length() >= LEAST_LETTERS
        ? Optional.of(new Spelled(letters.toString(), next))
        : Optional.empty();
  }

  private static boolean goesOn(Tokens tokens, int at, boolean capitals) {
    Token token = tokens.token(at);
    boolean initial = token.isLetter() && token.hasCapital();
    boolean letters = token.isLetter() && !initial;
    return token.isWord()
        && !letters
        && !(WordSet.FUNCTION_WORDS.contains(token.word()) && !initial)
        && !SPELLING.contains(token.word())
        && (!capitals || token.hasCapital());
  }

  /// "Jean-Luc", "J.".
  private static int wordEnd(Tokens tokens, int at) {
    int end = at + 1;
    while (tokens.token(end).glued() && tokens.is(end, JOINS) && tokens.token(end + 1).isWord()) {
      end += 2;
    }
    boolean initial = tokens.token(at).isLetter() && tokens.gluedSign(end, ".");
    return initial ? end + 1 : end;
  }

  private static String text(Tokens tokens, int from, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < end; i++) {
      text.append(tokens.token(i).isWord() ? capitalized(tokens.token(i).text()) : tokens.word(i));
    }
    return text.toString();
  }

  /// Small letters get capitals, capitals throughout are one; what is written otherwise stays.
  static String capitalized(String word) {
    boolean small = word.equals(word.toLowerCase(Locale.ROOT));
    boolean loud = word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT)) && !small;
    if (!small && !loud) {
      return word;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    int second = lower.startsWith("o'") && lower.length() > 2 ? 2 : 0;
    return lower.substring(0, second).toUpperCase(Locale.ROOT)
        + lower.substring(second, second + 1).toUpperCase(Locale.ROOT)
        + lower.substring(second + 1);
  }
}
