package parley.dialogue.privacy;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes card, telephone and account numbers out of a sentence that leaves the call: a whisper to
/// an agent, a mail to the site's people. What is left names the last two digits, so that people
/// can still tell which number was meant.
///
/// Five digits or more are a number; "order 4711" stays. Numbers spoken as words ("four one one
/// ...") count like keyed ones. An amount with a currency sign stays as it is.
public final class LongNumbers {

  private static final String SEPARATORS = "[\\s\\-./()]{0,3}";

  private static final String DIGIT_WORD =
      "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)";

  /// "double five" is two digits in one breath.
  private static final String SPOKEN_DIGIT = "(?:(?:double|triple)\\s+)?" + DIGIT_WORD;

  private static final Pattern LONG_NUMBER =
      Pattern.compile(
          "(?<money>[$€£]\\s?\\d+(?:,\\d{3})*(?:\\.\\d{1,2})?(?!\\d))"
              + "|(?<digits>\\+?\\d(?:"
              + SEPARATORS
              + "\\d){4,})"
              + "|(?<words>\\b"
              + SPOKEN_DIGIT
              + "(?:[\\s,\\-]+"
              + SPOKEN_DIGIT
              + "){4,}\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_AMOUNT = 12;

  private LongNumbers() {}

  /// The same text with every long number replaced by "a number ending in 1 2".
  public static String masked(String text) {
    return LONG_NUMBER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement(match)));
  }

  private static String replacement(MatchResult match) {
    String found = match.group();
    if (match.group("money") != null && found.length() <= LONGEST_AMOUNT) {
      return found;
    }
    if (match.group("words") != null) {
      String[] words = found.toLowerCase(Locale.ROOT).split("[\\s,\\-]+");
      return "a number ending in " + words[words.length - 2] + " " + words[words.length - 1];
    }
    String digits = found.replaceAll("\\D", "");
    int end = digits.length();
    return "a number ending in " + digits.charAt(end - 2) + " " + digits.charAt(end - 1);
  }
}
