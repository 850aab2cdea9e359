package parley.dialogue.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// An utterance as words that can be compared: lower case, without punctuation, contractions
/// written out ("don't" is "do not"). Its text form hides the words.
public record Words(List<String> list) {

  public static final Words NONE = new Words(List.of());

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}+]+");
  private static final Map<String, String> SHORT_FORMS =
      Map.ofEntries(
          Map.entry("can't", "cannot"),
          Map.entry("can not", "cannot"),
          Map.entry("won't", "will not"),
          Map.entry("shan't", "shall not"),
          Map.entry("ain't", "is not"),
          Map.entry("gonna", "going to"),
          Map.entry("wanna", "want to"),
          Map.entry("gotta", "got to"),
          Map.entry("e-mail", "email"));
  private static final Map<Pattern, String> ENDINGS =
      Map.of(
          Pattern.compile("n't\\b"), " not",
          Pattern.compile("'m\\b"), " am",
          Pattern.compile("'re\\b"), " are",
          Pattern.compile("'ll\\b"), " will",
          Pattern.compile("'ve\\b"), " have",
          Pattern.compile("'d\\b"), " would",
          Pattern.compile("\\b(that|it|he|she|what|where|when|who|how|there|here)'s\\b"), "$1 is");
  private static final Pattern POSSESSIVE = Pattern.compile("'s\\b|'");

  public Words {
    list = List.copyOf(list);
  }

  public static Words of(String text) {
    String written = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    for (var form : SHORT_FORMS.entrySet()) {
      written = written.replace(form.getKey(), form.getValue());
    }
    for (var ending : ENDINGS.entrySet()) {
      written = ending.getKey().matcher(written).replaceAll(ending.getValue());
    }
    written =
        NOT_A_WORD.matcher(POSSESSIVE.matcher(written).replaceAll("")).replaceAll(" ").strip();
    return written.isEmpty() ? NONE : new Words(List.of(written.split(" ")));
  }

  public int size() {
    return list.size();
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  /// The words with single spaces between them.
  public String text() {
    return String.join(" ", list);
  }

  public Words from(int index) {
    return new Words(list.subList(Math.min(index, size()), size()));
  }

  /// Where the phrase starts, whole words only; -1 when it is not there.
  public int find(Words phrase) {
    return find(phrase, 0);
  }

  public int find(Words phrase, int from) {
    int length = phrase.size();
    for (int start = from; length > 0 && start + length <= size(); start++) {
      if (list.subList(start, start + length).equals(phrase.list)) {
        return start;
      }
    }
    return -1;
  }

  public boolean contains(Words phrase) {
    return find(phrase) >= 0;
  }

  /// What is left when every one of these phrases is taken out, the longest first.
  public Words without(List<Words> phrases) {
    List<String> left = new ArrayList<>();
    int at = 0;
    while (at < size()) {
      int length = longestAt(at, phrases);
      if (length == 0) {
        left.add(list.get(at));
        at++;
      }
      at += length;
    }
    return new Words(left);
  }

  private int longestAt(int at, List<Words> phrases) {
    int longest = 0;
    for (Words phrase : phrases) {
      int length = phrase.size();
      if (length > longest
          && at + length <= size()
          && list.subList(at, at + length).equals(phrase.list)) {
        longest = length;
      }
    }
    return longest;
  }

  @Override
  public String toString() {
    return "[" + size() + " words]";
  }
}
