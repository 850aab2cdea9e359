package parley.speech.synthesize;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;

/// Abbreviations, acronyms and signs.
final class WordRules {

  /** Acronyms that are said as words. */
  private static final Set<String> SAID_AS_WORDS =
      Set.of("PIN", "SIM", "ZIP", "NASA", "NATO", "LAN", "RAM", "GIF", "VAT", "CAPTCHA", "WIFI");

  /** Plain words that people write in capitals for weight. */
  private static final Set<String> SHOUTED =
      Set.of(
          "A", "ALL", "AND", "ANY", "ARE", "BUT", "CALL", "CAN", "DO", "DONT", "FOR", "FREE",
          "FROM", "HELP", "HOW", "IF", "IN", "IS", "MUST", "NEVER", "NEW", "NO", "NOT", "NOW", "OF",
          "OFF", "ON", "ONLY", "OPEN", "OR", "OUR", "OUT", "SAVE", "STOP", "THE", "THIS", "TO",
          "VERY", "WE", "WILL", "WITH", "YES", "YOU", "YOUR");

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("dr", "doctor"),
          Map.entry("mr", "mister"),
          Map.entry("mrs", "missus"),
          Map.entry("ms", "miz"),
          Map.entry("prof", "professor"),
          Map.entry("ave", "avenue"),
          Map.entry("blvd", "boulevard"),
          Map.entry("rd", "road"),
          Map.entry("apt", "apartment"),
          Map.entry("dept", "department"),
          Map.entry("approx", "approximately"),
          Map.entry("etc", "et cetera"),
          Map.entry("vs", "versus"),
          Map.entry("inc", "incorporated"),
          Map.entry("ltd", "limited"),
          Map.entry("corp", "corporation"),
          Map.entry("co", "company"),
          Map.entry("jr", "junior"),
          Map.entry("sr", "senior"),
          Map.entry("tel", "telephone"),
          Map.entry("min", "minimum"),
          Map.entry("max", "maximum"),
          Map.entry("misc", "miscellaneous"),
          Map.entry("mon", "Monday"),
          Map.entry("tue", "Tuesday"),
          Map.entry("wed", "Wednesday"),
          Map.entry("thu", "Thursday"),
          Map.entry("fri", "Friday"));

  private static final String WEEKDAY = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";

  static final List<Rule> ALL =
      List.of(
          Rule.of("\\be\\.\\s?g\\.,?", m -> "for example,"),
          Rule.of("\\bi\\.\\s?e\\.,?", m -> "that is,"),
          Rule.of("\\bw/o\\b", m -> "without"),
          Rule.of("\\bw/(?=\\s?\\w)", m -> "with "),
          Rule.of("\\band/or\\b", m -> "and or"),
          Rule.exact(
              "\\b" + WEEKDAY + "(?:\\.|\\b)\\s?[-–—]\\s?" + WEEKDAY + "\\b",
              m -> day(m.group(1)) + " to " + day(m.group(2))),
          Rule.exact("\\bSt\\.(?= [A-Z])", m -> "saint"),
          Rule.exact("\\bSt\\.", m -> "street"),
          Rule.exact("\\b([A-Za-z]{2,6})\\.(\\s+\\p{Lu}|\\s*$)?", WordRules::abbreviation),
          Rule.exact("\\b(?:[A-Z]\\.){2,}", m -> NumberWords.spelled(m.group())),
          Rule.exact("\\bI'(?=[a-z])", m -> "I'"),
          Rule.exact("\\bOK\\b", m -> "okay"),
          Rule.exact("\\b([A-Z]{2,5})s\\b", m -> spell(m.group(1)) + " s"),
          Rule.exact("\\b[A-Z]{2,}\\b", m -> spell(m.group())),
          Rule.exact("&", m -> " and "),
          Rule.exact("@", m -> " at "),
          Rule.exact("\\+", m -> " plus "),
          Rule.exact("=", m -> " equals "),
          Rule.exact("#", m -> " number "),
          Rule.exact("%", m -> " percent "),
          Rule.exact("~", m -> " about "),
          Rule.exact("[/_\\\\]", m -> " "),
          Rule.exact("\\s[-–—]+\\s|[–—]|--+|[()\\[\\]{}|;•·]|:(?=\\s|$)", m -> ", "),
          Rule.exact("(?<=\\p{L})-(?=\\p{L})", m -> " "));

  private WordRules() {}

  /** A full stop that also ends the sentence stays. */
  private static String abbreviation(MatchResult found) {
    String full = SHORT.get(found.group(1).toLowerCase(Locale.ROOT));
    if (full == null) {
      return found.group();
    }
    String next = Rule.group(found, 2);
    boolean title = Set.of("doctor", "mister", "missus", "miz", "professor").contains(full);
    return full + (next.isEmpty() || (title && !next.isBlank()) ? "" : ".") + next;
  }

  private static String spell(String capitals) {
    boolean word =
        SAID_AS_WORDS.contains(capitals) || SHOUTED.contains(capitals) || capitals.length() > 5;
    return word ? capitals.toLowerCase(Locale.ROOT) : NumberWords.spelled(capitals);
  }

  private static String day(String start) {
    return switch (start) {
      case "Mon" -> "Monday";
      case "Tue" -> "Tuesday";
      case "Wed" -> "Wednesday";
      case "Thu" -> "Thursday";
      case "Fri" -> "Friday";
      case "Sat" -> "Saturday";
      default -> "Sunday";
    };
  }
}
