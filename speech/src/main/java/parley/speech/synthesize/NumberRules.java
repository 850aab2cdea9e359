package parley.speech.synthesize;

import static parley.speech.synthesize.NumberWords.digits;
import static parley.speech.synthesize.NumberWords.digitsInGroups;
import static parley.speech.synthesize.NumberWords.ordinal;
import static parley.speech.synthesize.NumberWords.spelled;
import static parley.speech.synthesize.NumberWords.written;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/// Order numbers and other codes, ordinals, units, ranges, and every number that is left.
final class NumberRules {
  private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d*\\.?\\d+)";
  private static final String CODED =
      "order|ticket|case|invoice|account|reference|confirmation|booking|tracking|customer|policy"
          + "|contract|claim|serial|pin|code|room|flight|trip|ride";

  /** Singular and plural. */
  private static final Map<String, String[]> UNITS =
      Map.ofEntries(
          unit("km", "kilometer"),
          unit("m", "meter"),
          unit("cm", "centimeter"),
          unit("mm", "millimeter"),
          unit("kg", "kilogram"),
          unit("g", "gram"),
          unit("mg", "milligram"),
          unit("l", "liter"),
          unit("ml", "milliliter"),
          unit("mi", "mile"),
          unit("ft", "foot", "feet"),
          unit("lb", "pound"),
          unit("lbs", "pound"),
          unit("oz", "ounce"),
          unit("min", "minute"),
          unit("mins", "minute"),
          unit("h", "hour"),
          unit("hr", "hour"),
          unit("hrs", "hour"),
          unit("s", "second"),
          unit("sec", "second"),
          unit("secs", "second"),
          unit("ms", "millisecond"),
          unit("GB", "gigabyte"),
          unit("MB", "megabyte"),
          unit("TB", "terabyte"),
          unit("KB", "kilobyte"),
          unit("mph", "mile per hour", "miles per hour"),
          unit("km/h", "kilometer per hour", "kilometers per hour"),
          unit("kWh", "kilowatt hour"),
          unit("W", "watt"),
          unit("V", "volt"),
          unit("°C", "degree Celsius", "degrees Celsius"),
          unit("°F", "degree Fahrenheit", "degrees Fahrenheit"),
          unit("°", "degree"));

  static final List<Rule> ALL =
      List.of(
          Rule.of("#\\s?([a-z]{0,4})-?(\\d+)\\b", m -> "number " + code(m.group(1), m.group(2))),
          Rule.of(
              "\\b("
                  + CODED
                  + ")((?: number| no\\.?| id| code)?:?) (?!\\d{1,2}\\b)(\\d+)\\b(?![.,:]\\d|%)",
              m ->
                  m.group(1)
                      + m.group(2).replaceAll("(?i) no\\.?", " number").replace(":", "")
                      + " "
                      + digitsInGroups(m.group(3))),
          Rule.exact(
              "\\b([A-Z]{1,4})[- ]?(\\d{2,})(?:-(\\d+))?\\b(?![.,]\\d)",
              m ->
                  code(m.group(1), m.group(2))
                      + (Rule.group(m, 3).isEmpty() ? "" : ", " + digits(m.group(3)))),
          Rule.exact(
              "\\b(?=[A-Z0-9]*[A-Z])(?=[A-Z0-9]*\\d)[A-Z0-9]{4,}\\b", m -> spelled(m.group())),
          Rule.of("\\b(\\d+)(?:st|nd|rd|th)\\b", m -> ordinal(Long.parseLong(m.group(1)))),
          Rule.of("\\b24/7\\b", m -> "twenty four seven"),
          Rule.of("\\b(\\d+) 1/2\\b", m -> written(m.group(1)) + " and a half"),
          Rule.exact("\\b1/2\\b|½", m -> "one half"),
          Rule.exact("\\b1/4\\b|¼", m -> "one quarter"),
          Rule.exact("\\b3/4\\b|¾", m -> "three quarters"),
          Rule.exact("(?<=\\d)\\s?[-–—]\\s?(?=\\d)", m -> " to "),
          Rule.of("\\b(\\d+)\\s?x\\s?(\\d+)\\b", m -> m.group(1) + " by " + m.group(2)),
          Rule.of("\\bno\\.\\s?(?=\\d)", m -> "number "),
          Rule.exact(
              "(?<![\\w.])([-−]?)" + NUMBER + " ?(km/h|°[CF]?|[A-Za-z]{1,4})(?![\\w])",
              NumberRules::measured),
          Rule.exact("\\b\\d+(?:\\.\\d+){2,}\\b", m -> version(m.group())),
          Rule.exact("(?<![\\w.])[-−]" + NUMBER, m -> "minus " + written(m.group(1))),
          Rule.exact(NUMBER, m -> " " + written(m.group(1)) + " "));

  private NumberRules() {}

  private static String code(String letters, String digits) {
    return letters.isEmpty()
        ? digitsInGroups(digits)
        : spelled(letters) + ", " + digitsInGroups(digits);
  }

  private static String measured(MatchResult found) {
    String[] unit = UNITS.get(found.group(3));
    if (unit == null) {
      return found.group();
    }
    String minus = found.group(1).isEmpty() ? "" : "minus ";
    return minus + written(found.group(2)) + " " + unit[found.group(2).equals("1") ? 0 : 1];
  }

  private static String version(String numbers) {
    StringBuilder said = new StringBuilder();
    for (String part : numbers.split("\\.")) {
      said.append(said.isEmpty() ? "" : " point ").append(written(part));
    }
    return said.toString();
  }

  private static Map.Entry<String, String[]> unit(String sign, String one) {
    return unit(sign, one, one + "s");
  }

  private static Map.Entry<String, String[]> unit(String sign, String one, String many) {
    return Map.entry(sign, new String[] {one, many});
  }
}
