package parley.speech.synthesize;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text into pieces to be spoken one after the other: sentences, and clauses of sentences
/// that would be longer than about eight seconds, so that the first audio is there while the rest
/// is still made, and an interruption throws little away. Thread: any.
public final class SentenceSplitter {

  /** The voice says about 14 characters a second; eight seconds of it. */
  private static final int MOST_CHARACTERS = 112;

  /** A clause shorter than that is not worth a pause. */
  private static final int FEWEST_CHARACTERS = 24;

  private static final Pattern END =
      Pattern.compile("([.!?…]+[\"'”’)]*)\\s+(?=[\"'“‘(¿¡]?[\\p{Lu}\\d€$£#])|[\\r\\n]+");

  private static final Pattern ABBREVIATED =
      Pattern.compile(
          "(?i:\\b(?:dr|mr|mrs|ms|prof|st|no|e\\.g|i\\.e|vs|approx|ext|dept|tel|jr|sr))\\.$"
              + "|\\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.$"
              + "|\\b(?:\\p{Lu}\\.)+$");

  private static final Pattern CLAUSE =
      Pattern.compile(
          "[,;:–—](?=\\s)|(?=\\s(?:and|but|or|because|so|which|that|when|if|then|while)\\s)");

  private SentenceSplitter() {}

  /// Pieces in order, none of them blank; none for a blank text.
  public static List<String> split(String text) {
    List<String> pieces = new ArrayList<>();
    for (String sentence : sentences(text)) {
      cut(sentence, pieces);
    }
    return List.copyOf(pieces);
  }

  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    Matcher end = END.matcher(text);
    int from = 0;
    while (end.find()) {
      String mark = end.group(1);
      String sentence = text.substring(from, mark == null ? end.start() : end.end(1)).strip();
      if (mark == null || !ABBREVIATED.matcher(sentence).find()) {
        sentences.add(sentence);
        from = end.end();
      }
    }
    sentences.add(text.substring(from).strip());
    sentences.removeIf(String::isEmpty);
    return sentences;
  }

  private static void cut(String sentence, List<String> pieces) {
    String rest = sentence;
    while (isLong(rest)) {
      int at = cutAt(rest);
      pieces.add(rest.substring(0, at).strip());
      rest = rest.substring(at).strip();
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
  }

  /** Lengths are of the words as said: "$1,249.50" is long. */
  private static boolean isLong(String text) {
    return SpokenText.of(text).length() > MOST_CHARACTERS;
  }

  /** The end of the last clause that fits, else the last space that does. */
  private static int cutAt(String text) {
    int best = -1;
    for (Matcher clause = CLAUSE.matcher(text); clause.find(); ) {
      boolean fits = !isLong(text.substring(0, clause.end()));
      if (clause.end() >= FEWEST_CHARACTERS && fits) {
        best = clause.end();
      }
    }
    if (best > 0) {
      return best;
    }
    int space = text.length();
    do {
      space = text.lastIndexOf(' ', space - 1);
    } while (space > 0 && isLong(text.substring(0, space)));
    return space > 0 ? space : Math.min(text.length(), MOST_CHARACTERS);
  }
}
