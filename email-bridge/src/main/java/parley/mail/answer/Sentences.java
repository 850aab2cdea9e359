package parley.mail.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The sentences of a mail that may ask something. Pure.
final class Sentences {

  private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+|\\n\\s*\\n|\\n(?=[-*•] )");

  /// "Dear Sir or Madam," and "Kind regards," on lines of their own.
  private static final Pattern POLITE =
      Pattern.compile(
          "(?i)(dear|hi|hello|hey|good (morning|day|afternoon|evening)|to whom it may concern"
              + "|(kind|best|warm)?\\s*regards|yours (sincerely|faithfully)|sincerely|cheers"
              + "|many thanks|best wishes)\\b[^.?!]{0,40}[,.!]?");

  private static final int FEWEST_WORDS = 2;
  private static final int MOST = 12;

  private Sentences() {}

  /// In their order, at most [#MOST]; a mail that is one sentence gives one.
  static List<String> of(String words) {
    List<String> sentences = new ArrayList<>();
    for (String part : END.split(withoutPoliteLines(words))) {
      String sentence = part.replaceAll("\\s+", " ").strip();
      if (sentences.size() < MOST
          && sentence.split(" ").length >= FEWEST_WORDS
          && !POLITE.matcher(sentence).matches()) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  private static String withoutPoliteLines(String words) {
    StringBuilder kept = new StringBuilder();
    for (String line : words.split("\n", -1)) {
      if (!POLITE.matcher(line.strip()).matches()) {
        kept.append(line);
      }
      kept.append('\n');
    }
    return kept.toString();
  }
}
