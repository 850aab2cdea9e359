package parley.dialogue.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts an answer into sentences while it streams in, so that the first can be spoken while the
/// rest is made. A sentence is given out as soon as the character after it shows that it has ended.
///
/// Thread: one.
public final class SentenceSplitter {

  /// Text without any end of a sentence is cut at a space here: nobody can wait for it.
  private static final int LONGEST = 300;

  private static final int LONGEST_CITATION = 120;

  /// Never the end of a sentence.
  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "mt", "no", "nr", "vs", "approx", "fig", "ext",
          "tel", "e.g", "i.e", "cf", "incl", "excl", "jan", "feb", "mar", "apr", "jun", "jul",
          "aug", "sep", "sept", "oct", "nov", "dec", "tue", "thu", "thur");

  private final StringBuilder text = new StringBuilder();

  /// The sentences that this piece completes.
  public List<Sentence> add(String piece) {
    text.append(piece);
    return cut(false);
  }

  /// What is left when nothing more comes, as sentences.
  public List<Sentence> finish() {
    List<Sentence> sentences = new ArrayList<>(cut(true));
    SpokenForm.of(text.toString()).ifPresent(sentences::add);
    text.setLength(0);
    return sentences;
  }

  private List<Sentence> cut(boolean last) {
    List<Sentence> sentences = new ArrayList<>();
    int end = boundary(last);
    while (end > 0) {
      SpokenForm.of(text.substring(0, end)).ifPresent(sentences::add);
      text.delete(0, end);
      end = boundary(last);
    }
    return sentences;
  }

  /// Where the first sentence ends, 0 when that cannot be said yet.
  private int boundary(boolean last) {
    int at = 0;
    while (at < text.length() && at <= LONGEST) {
      char c = text.charAt(at);
      if (c == '[') {
        int after = afterCitation(at);
        if (after == 0 && !last) {
          break;
        }
        at = Math.max(at + 1, after);
      } else if (c == '\n' && !text.substring(0, at).isBlank()) {
        return at + 1;
      } else if ("。！？｡".indexOf(c) >= 0) {
        return at + 1;
      } else if (".!?…".indexOf(c) >= 0) {
        int end = endAfter(at);
        if (end == UNKNOWN) {
          return 0;
        }
        if (end > 0) {
          return end;
        }
        at++;
      } else {
        at++;
      }
    }
    return text.length() > LONGEST + LONGEST_CITATION ? space() : 0;
  }

  private static final int UNKNOWN = -1;

  /// Where the sentence ends whose mark is at `at`; 0 when the mark does not end one.
  private int endAfter(int at) {
    int end = at + 1;
    while (end < text.length() && ".!?…\"'”’»)*_".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    // Citations behind the mark belong to the sentence before it.
    int next = end;
    while (next < text.length()
        && (Character.isWhitespace(text.charAt(next)) || text.charAt(next) == '[')) {
      if (text.charAt(next) == '[') {
        int after = afterCitation(next);
        if (after == 0) {
          return text.length() - next > LONGEST_CITATION ? end : UNKNOWN;
        }
        if (after == next + 1) {
          break;
        }
        next = after;
        end = after;
      } else {
        next++;
      }
    }
    if (next == text.length()) {
      return UNKNOWN;
    }
    boolean apart = next > end || (end > at + 1 && text.charAt(end - 1) == ']');
    return apart && !(text.charAt(at) == '.' && end(at) && goesOn(at, text.charAt(next))) ? end : 0;
  }

  /// Whether the mark at `at` is a single full stop.
  private boolean end(int at) {
    return at == 0 || text.charAt(at - 1) != '.';
  }

  /// Whether the full stop at `at` belongs to an abbreviation, an initial or a number in a list.
  private boolean goesOn(int at, char next) {
    int start = at;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, at).replaceAll("^[(\"'“‘*_]+", "");
    boolean first = text.substring(0, start).isBlank();
    return Character.isLowerCase(next)
        || TITLES.contains(word.toLowerCase(Locale.ROOT))
        || (word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I"))
        || (first && word.matches("\\d{1,2}"));
  }

  /// Just behind the bracket that opens at `at`; behind `[` itself when it holds no citation; 0
  /// when its end has not come yet.
  private int afterCitation(int at) {
    int close = text.indexOf("]", at);
    if (close < 0) {
      return text.length() - at > LONGEST_CITATION ? at + 1 : 0;
    }
    return close - at > LONGEST_CITATION ? at + 1 : close + 1;
  }

  private int space() {
    int space = text.lastIndexOf(" ", LONGEST);
    return space > 0 ? space + 1 : LONGEST;
  }
}
