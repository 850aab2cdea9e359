package parley.speech.synthesize;

import static parley.speech.synthesize.NumberWords.cardinal;
import static parley.speech.synthesize.NumberWords.ordinal;
import static parley.speech.synthesize.NumberWords.year;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;

/// Dates and times of day, the American way.
final class DateRules {
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static final String MONTH =
      "(January|February|March|April|May|June|July|August|September|October|November|December"
          + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "((?:1[0-9]|20)\\d\\d)";
  private static final String HALF = "\\s?([ap])\\.?\\s?m\\b(?:\\.(?=,|\\s+(?-i:\\p{Ll})))?";

  static final List<Rule> ALL =
      List.of(
          Rule.exact(
              "\\b" + YEAR + "-(\\d\\d)-(\\d\\d)(?:T(?=\\d))?",
              m -> date(m, number(m, 2), number(m, 3), number(m, 1))),
          Rule.exact(
              "\\b(\\d{1,2})/(\\d{1,2})/" + YEAR + "\\b",
              m -> date(m, number(m, 1), number(m, 2), number(m, 3))),
          Rule.of(
              "\\b" + DAY + "(?: of)? " + MONTH + "(?:,? " + YEAR + "\\b)?",
              m -> date(m, month(m.group(2)), number(m, 1), number(m, 3))),
          Rule.of(
              "\\b" + MONTH + " " + DAY + "\\b(?!:)(?:,? " + YEAR + "\\b)?",
              m -> date(m, month(m.group(1)), number(m, 2), number(m, 3))),
          Rule.of(
              "\\b" + MONTH + " " + YEAR + "\\b",
              m -> MONTHS.get(month(m.group(1)) - 1) + " " + year(number(m, 2))),
          Rule.of(
              "\\b(in|since|of|by|until|before|after|from|year) " + YEAR + "\\b(?![,.:]?\\d|-)",
              m -> m.group(1) + " " + year(number(m, 2))),
          Rule.of("(?<=[\\dm])\\s?[-–—]\\s?(?=\\d{1,2}(?::\\d\\d|\\s?[ap]\\.?m\\b))", m -> " to "),
          Rule.of("\\b(\\d{1,2}):(\\d\\d)(?::\\d\\d)?" + HALF, m -> half(m, number(m, 2), 3)),
          Rule.of("\\b(\\d{1,2})" + HALF, m -> half(m, 0, 2)),
          Rule.exact("\\b([01]?\\d|2[0-4]):([0-5]\\d)(?::[0-5]\\d)?Z?\\b", DateRules::timeOfDay));

  private DateRules() {}

  private static String date(MatchResult found, int month, int day, int year) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return found.group();
    }
    boolean glued = found.group().endsWith("T");
    return MONTHS.get(month - 1)
        + " "
        + ordinal(day)
        + (year > 0 ? ", " + year(year) : "")
        + (glued ? ", " : "");
  }

  private static int month(String name) {
    String start = name.substring(0, 3).toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).toLowerCase(Locale.ROOT).startsWith(start)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static String half(MatchResult found, int minute, int halfGroup) {
    int hour = number(found, 1);
    if (hour > 12 || minute > 59) {
      return found.group();
    }
    String letter = found.group(halfGroup).toUpperCase(Locale.ROOT);
    return clock(hour, minute) + " " + letter + " M";
  }

  private static String timeOfDay(MatchResult found) {
    int hour = number(found, 1);
    int minute = number(found, 2);
    if (hour == 24 || hour == 0) {
      return minute == 0 ? "midnight" : clock(12, minute) + " A M";
    }
    if (hour > 12) {
      return clock(hour - 12, minute) + " P M";
    }
    // Before one o'clock in the afternoon the written time does not say which half is meant, unless
    // it is written in the 24-hour way.
    return clock(hour, minute) + (found.group().startsWith("0") ? " A M" : oClock(minute));
  }

  private static String oClock(int minute) {
    return minute == 0 ? " o'clock" : "";
  }

  private static String clock(int hour, int minute) {
    if (minute == 0) {
      return cardinal(hour);
    }
    return cardinal(hour) + (minute < 10 ? " oh " : " ") + cardinal(minute);
  }

  private static int number(MatchResult found, int group) {
    String text = Rule.group(found, group);
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }
}
