package parley.dialogue.privacy;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides card numbers, other long numbers and e-mail addresses in a text before it leaves the
/// conversation: in the summary whispered to an agent, in notices by mail. Numbers may be written
/// or spoken in words. Pure; any thread.
public final class Masking {

  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
  private static final Pattern SPOKEN_MAIL =
      Pattern.compile(
          "(?i)\\b[\\p{L}\\p{N}]+(?: (?:dot|underscore) [\\p{L}\\p{N}]+)* at"
              + " [\\p{L}\\p{N}]+(?: dot [\\p{L}\\p{N}]+)+");

  /// An amount of money stays: it identifies nobody, and people need it.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<money>[$€£] ?\\d{1,3}(?:,?\\d{3}){0,2}(?:\\.\\d{2})?(?![\\d.,]*\\d))"
              + "|\\+?\\d(?:[ \\-./()]{0,2}\\d){3,}");

  private static final Set<String> NUMBER_WORDS =
      Set.copyOf(
          List.of(
              ("zero oh one two three four five six seven eight nine ten eleven twelve thirteen"
                      + " fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty"
                      + " fifty sixty seventy eighty ninety double triple hundred")
                  .split(" ")));

  /// From this many number words in a row on, it is a number that someone reads out.
  private static final int SPOKEN_RUN = 4;

  private Masking() {}

  public static String mask(String text) {
    String mailed = MAIL.matcher(text).replaceAll("a mail address");
    mailed = SPOKEN_MAIL.matcher(mailed).replaceAll("a mail address");
    return spokenNumbers(NUMBER.matcher(mailed).replaceAll(Masking::number));
  }

  private static String number(MatchResult match) {
    if (match.group("money") != null) {
      return Matcher.quoteReplacement(match.group());
    }
    String digits = match.group().replaceAll("\\D", "");
    return isCard(digits) ? "a card number" : "a number ending in " + last(digits);
  }

  private static String last(String digits) {
    return digits.substring(digits.length() - 2);
  }

  /// Whether the digits can be a payment card: 13 to 19 of them with a right check digit (Luhn,
  /// ISO/IEC 7812-1).
  static boolean isCard(String digits) {
    if (digits.length() < 13 || digits.length() > 19) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = digit * 2;
      sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  private static String spokenNumbers(String text) {
    String[] words = text.split(" ", -1);
    StringBuilder masked = new StringBuilder();
    int at = 0;
    while (at < words.length) {
      int run = run(words, at);
      masked.append(masked.isEmpty() ? "" : " ");
      masked.append(run >= SPOKEN_RUN ? "a number" : words[at]);
      at += run >= SPOKEN_RUN ? run : 1;
    }
    return masked.toString();
  }

  private static int run(String[] words, int from) {
    int end = from;
    while (end < words.length && NUMBER_WORDS.contains(bare(words[end]))) {
      end++;
    }
    return end - from;
  }

  private static String bare(String word) {
    return word.toLowerCase(java.util.Locale.ROOT).replaceAll("\\P{L}", "");
  }
}
