package parley.dialogue.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What of a message tells its language: words in letters, without numbers, links, addresses of
/// mail and pictures. Pure.
///
/// @param words in their order, as written
record Telling(List<String> words) {

  /** Enough to be certain, and it keeps a message of 100 kB as quick as a short one. */
  private static final int MOST_LETTERS = 1_000;

  private static final int SENTENCE_WORDS = 3;
  private static final int SENTENCE_LETTERS = 10;
  private static final int LONG_WORDS = 8;
  private static final int LONG_LETTERS = 35;

  /** One sign of Chinese, Japanese or Korean stands for two letters of others, about. */
  private static final int LETTERS_A_SIGN = 2;

  private static final int LONGEST_NAME = 6;
  private static final int LONGEST_PARTICLE = 3;

  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern LINK =
      Pattern.compile("(?i)https?://.*|www\\..*|.*@.*|.*\\p{L}\\.\\p{L}.*");
  private static final Pattern OUTER = Pattern.compile("^[^\\p{L}\\p{M}]+|[^\\p{L}\\p{M}]+$");
  private static final Pattern DIGIT = Pattern.compile("\\p{N}");

  Telling {
    words = List.copyOf(words);
  }

  static Telling of(String message) {
    List<String> words = new ArrayList<>();
    int letters = 0;
    // More than this is never read, so that splitting is not paid for either.
    int end = Math.min(message.length(), 8 * MOST_LETTERS);
    for (String part : BETWEEN.split(message.substring(0, end))) {
      if (LINK.matcher(part).matches() || DIGIT.matcher(part).find()) {
        continue;
      }
      String word = OUTER.matcher(part).replaceAll("");
      if (letters + word.length() > MOST_LETTERS) {
        word = word.substring(0, MOST_LETTERS - letters);
      }
      if (!word.isEmpty()) {
        words.add(word);
        letters += word.length();
      }
    }
    return new Telling(words);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  String text() {
    return String.join(" ", words);
  }

  /// Whether this can be taken for something said in a language, and not for a name.
  boolean isSentence() {
    boolean enough =
        wholeWords() >= SENTENCE_WORDS || denseSigns() * LETTERS_A_SIGN >= SENTENCE_LETTERS;
    return enough && letters() >= SENTENCE_LETTERS && !isName();
  }

  /// Whether this is long enough to be no accident.
  boolean isLong() {
    boolean enough = wholeWords() >= LONG_WORDS || denseSigns() * LETTERS_A_SIGN >= LONG_LETTERS;
    return enough && letters() >= LONG_LETTERS && !isName();
  }

  /// Words of more than one letter: a name that is spelled is no sentence.
  private long wholeWords() {
    return words.stream().filter(word -> word.length() > 1).count();
  }

  /// Letters, dense signs counted for several.
  private int letters() {
    int letters = words.stream().mapToInt(word -> word.codePointCount(0, word.length())).sum();
    return letters + (LETTERS_A_SIGN - 1) * denseSigns();
  }

  private int denseSigns() {
    return (int) words.stream().flatMapToInt(String::codePoints).filter(Telling::dense).count();
  }

  private static boolean dense(int sign) {
    return switch (Character.UnicodeScript.of(sign)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }

  /// A few words that all begin with capitals, but for "de", "van" and the like.
  private boolean isName() {
    return words.size() <= LONGEST_NAME
        && words.stream()
            .allMatch(word ->
                Character.isUpperCase(word.codePointAt(0)) || word.length() <= LONGEST_PARTICLE)
        && words.stream().anyMatch(word -> Character.isUpperCase(word.codePointAt(0)));
  }
}
