package parley.dialogue.callback;

import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.dialogue.words.NumberNames;
import parley.dialogue.words.Words;

/// Finds days and hours that there never are: "the thirtieth of february", "25 o'clock", "31/04".
/// English. Pure.
final class NoSuchTime {

  private static final int LAST_HOUR = 24;
  private static final int LAST_MINUTE = 59;
  private static final int LONGEST_MONTH = 31;
  private static final int TENS = 10;

  private static final Pattern CLOCK = Pattern.compile("(?<![\\d:.])(\\d{1,2}):(\\d{2})(?![\\d:])");
  private static final Pattern ISO = Pattern.compile("\\b\\d{4}-(\\d{1,2})-(\\d{1,2})\\b");
  private static final Pattern FIGURES =
      Pattern.compile("(?<![\\d/.])(\\d{1,2})[/.](\\d{1,2})(?:[/.](?:\\d{4}|\\d{2}))?(?![\\d/:])");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(st|nd|rd|th)");

  private NoSuchTime() {}

  /// @param text in lower case
  static boolean in(String text) {
    return hour(text) || figures(text) || named(Words.of(text.replace("o'clock", "oclock")));
  }

  private static boolean hour(String text) {
    return CLOCK
        .matcher(text)
        .results()
        .anyMatch(time -> number(time, 1) > LAST_HOUR || number(time, 2) > LAST_MINUTE);
  }

  /// "2026-02-30", "30/02/2026". A day before a month or after it: both ways must fail.
  private static boolean figures(String text) {
    boolean iso =
        ISO.matcher(text).results().anyMatch(day -> !exists(number(day, 2), number(day, 1)));
    return iso
        || Pattern.compile("\\b(on|for|the) (?=\\d)")
            .splitAsStream(text)
            .skip(1)
            .flatMap(rest -> FIGURES.matcher(rest).results().limit(1))
            .filter(day -> day.start() == 0 && day.group().contains("/"))
            .anyMatch(day ->
                !exists(number(day, 1), number(day, 2)) && !exists(number(day, 2), number(day, 1)));
  }

  private static boolean named(Words words) {
    List<String> list = words.list();
    for (int at = 0; at < list.size(); at++) {
      if (list.get(at).equals("oclock") && before(list, at).orElse(0) > LAST_HOUR) {
        return true;
      }
      if (dayless(list, at) || (month(list.get(at)).isPresent() && wrongDay(list, at))) {
        return true;
      }
    }
    return false;
  }

  /// "on the thirty second", "the 32nd".
  private static boolean dayless(List<String> list, int at) {
    return list.get(at).equals("the") && ordinal(list, at + 1).orElse(1) > LONGEST_MONTH;
  }

  private static boolean wrongDay(List<String> list, int at) {
    Month month = month(list.get(at)).orElseThrow();
    int link = at > 0 && list.get(at - 1).equals("of") ? at - 1 : at;
    OptionalInt first = before(list, link);
    int next = at + 1 < list.size() && list.get(at + 1).equals("the") ? at + 2 : at + 1;
    OptionalInt after = ordinal(list, next);
    OptionalInt plain = after.isPresent() ? after : cardinal(list, next);
    return Stream.of(first, first.isPresent() ? OptionalInt.empty() : plain)
        .flatMapToInt(OptionalInt::stream)
        .anyMatch(day -> day > month.maxLength() && day < 100);
  }

  /// The number that ends before this word.
  private static OptionalInt before(List<String> list, int at) {
    for (int from = Math.max(0, at - 2); from < at; from++) {
      OptionalInt ordinal = ordinal(list.subList(0, at), from);
      OptionalInt value = ordinal.isPresent() ? ordinal : cardinal(list.subList(0, at), from);
      boolean whole = from == at - 1 || two(list.get(from));
      if (value.isPresent() && whole) {
        return value;
      }
    }
    return OptionalInt.empty();
  }

  private static boolean two(String word) {
    return NumberNames.TENS.contains(word);
  }

  private static OptionalInt ordinal(List<String> list, int at) {
    if (at >= list.size()) {
      return OptionalInt.empty();
    }
    String word = list.get(at);
    var written = ORDINAL.matcher(word);
    if (written.matches()) {
      return OptionalInt.of(Integer.parseInt(written.group(1)));
    }
    int tens = NumberNames.TENS.indexOf(word);
    int unit = at + 1 < list.size() ? NumberNames.ORDINALS.indexOf(list.get(at + 1)) + 1 : 0;
    if (tens >= 0 && unit > 0 && unit < TENS) {
      return OptionalInt.of((tens + 2) * TENS + unit);
    }
    int named = NumberNames.ORDINALS.indexOf(word) + 1;
    return switch (word) {
      case "twentieth" -> OptionalInt.of(20);
      case "thirtieth" -> OptionalInt.of(30);
      default -> named > 0 ? OptionalInt.of(named) : OptionalInt.empty();
    };
  }

  private static OptionalInt cardinal(List<String> list, int at) {
    if (at >= list.size()) {
      return OptionalInt.empty();
    }
    String word = list.get(at);
    if (word.matches("\\d{1,2}")) {
      return OptionalInt.of(Integer.parseInt(word));
    }
    int tens = NumberNames.TENS.indexOf(word);
    int one = at + 1 < list.size() ? NumberNames.ONES.indexOf(list.get(at + 1)) : -1;
    if (tens >= 0) {
      return OptionalInt.of((tens + 2) * TENS + Math.max(0, one));
    }
    int unit = NumberNames.ONES.indexOf(word);
    int teen = NumberNames.TEENS.indexOf(word);
    return unit >= 0
        ? OptionalInt.of(unit)
        : teen >= 0 ? OptionalInt.of(TENS + teen) : OptionalInt.empty();
  }

  private static Optional<Month> month(String word) {
    return Stream.of(Month.values())
        .filter(month -> month.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private static boolean exists(int day, int month) {
    return month >= 1
        && month <= Month.DECEMBER.getValue()
        && day >= 1
        && day <= Month.of(month).maxLength();
  }

  private static int number(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
