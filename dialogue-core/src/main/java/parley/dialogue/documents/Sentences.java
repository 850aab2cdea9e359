package parley.dialogue.documents;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Cuts a text into sentences that can be spoken by themselves. Pure.
public final class Sentences {

  /** About twenty seconds of speech. */
  static final int LONGEST = 300;

  private static final Pattern SHORT_FORM =
      Pattern.compile(
          "(?i).*\\b(e\\.g|i\\.e|etc|no|approx|ca|incl|excl|min|max|mr|mrs|dr|st|art)\\.\\s*");

  private Sentences() {}

  public static List<String> of(String text) {
    BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    ends.setText(text);
    List<String> sentences = new ArrayList<>();
    StringBuilder sentence = new StringBuilder();
    int from = ends.first();
    for (int to = ends.next(); to != BreakIterator.DONE; from = to, to = ends.next()) {
      sentence.append(text, from, to);
      if (!SHORT_FORM.matcher(sentence).matches()) {
        add(sentence.toString(), sentences);
        sentence.setLength(0);
      }
    }
    add(sentence.toString(), sentences);
    return List.copyOf(sentences);
  }

  private static void add(String sentence, List<String> sentences) {
    String left = sentence.strip();
    while (left.length() > LONGEST) {
      int cut = cut(left);
      sentences.add(left.substring(0, cut).strip());
      left = left.substring(cut).strip();
    }
    if (!left.isEmpty()) {
      sentences.add(left);
    }
  }

  /// Behind the last mark that allows a breath, else behind the last word, else anywhere.
  private static int cut(String text) {
    for (String mark : List.of("; ", ", ", " ")) {
      int at = text.lastIndexOf(mark, LONGEST - mark.length());
      if (at > 0) {
        return at + mark.length();
      }
    }
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }

  /// The text with a full stop where it has no mark of its own.
  static String ended(String text) {
    return text.matches("(?s).*[.!?:;,]") ? text : text + ".";
  }
}
