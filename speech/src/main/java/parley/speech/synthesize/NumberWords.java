package parley.speech.synthesize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// English number words. The voice's own number reading is neither right for money, times and
/// telephone numbers nor safe from several threads, so no digit ever reaches it. Thread: any.
final class NumberWords {
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final String[] SCALES = {"", " thousand", " million", " billion", " trillion"};

  /** Longer numbers are read digit by digit: nobody takes them in otherwise. */
  private static final int MOST_DIGITS = 15;

  private NumberWords() {}

  static String cardinal(long number) {
    if (number < 0) {
      return "minus " + cardinal(-number);
    }
    if (number < 1000) {
      return belowThousand((int) number);
    }
    List<String> groups = new ArrayList<>();
    long rest = number;
    for (int scale = 0; rest > 0; scale++) {
      int group = (int) (rest % 1000);
      if (group > 0) {
        groups.addFirst(belowThousand(group) + SCALES[scale]);
      }
      rest /= 1000;
    }
    return String.join(" ", groups);
  }

  /// A number as it is written: `1,249`, `007`, `12.50`.
  static String written(String number) {
    String plain = number.replace(",", "");
    int point = plain.indexOf('.');
    if (point >= 0) {
      String whole = point == 0 ? "zero" : written(plain.substring(0, point));
      return whole + " point " + digits(plain.substring(point + 1));
    }
    boolean coded = (plain.length() > 1 && plain.startsWith("0")) || plain.length() > MOST_DIGITS;
    return coded ? digits(plain) : cardinal(Long.parseLong(plain));
  }

  static String ordinal(long number) {
    String words = cardinal(number);
    int last = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1;
    return words.substring(0, last) + ordinalOf(words.substring(last));
  }

  private static String ordinalOf(String word) {
    return switch (word) {
      case "one" -> "first";
      case "two" -> "second";
      case "three" -> "third";
      case "five" -> "fifth";
      case "eight" -> "eighth";
      case "nine" -> "ninth";
      case "twelve" -> "twelfth";
      default -> word.endsWith("y") ? word.substring(0, word.length() - 1) + "ieth" : word + "th";
    };
  }

  static String year(int year) {
    int century = year / 100;
    int rest = year % 100;
    if (year < 1000 || (year >= 2000 && year < 2010)) {
      return cardinal(year);
    }
    if (rest == 0) {
      return cardinal(century) + " hundred";
    }
    return cardinal(century) + " " + (rest < 10 ? "oh " : "") + cardinal(rest);
  }

  /// Digit by digit, other characters ignored.
  static String digits(String text) {
    return text.chars()
        .filter(c -> c >= '0' && c <= '9')
        .mapToObj(c -> SMALL[c - '0'])
        .collect(Collectors.joining(" "));
  }

  /// Digit by digit with a pause between groups: threes, the last group of up to four.
  static String digitsInGroups(String digits) {
    List<String> groups = new ArrayList<>();
    int at = 0;
    while (digits.length() - at > 4) {
      groups.add(digits(digits.substring(at, at + 3)));
      at += 3;
    }
    groups.add(digits(digits.substring(at)));
    return String.join(", ", groups);
  }

  /// Letters one by one in capitals, digits as words; both in one run of words.
  static String spelled(String text) {
    return text.toUpperCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetterOrDigit)
        .mapToObj(c -> c >= '0' && c <= '9' ? SMALL[c - '0'] : Character.toString(c))
        .collect(Collectors.joining(" "));
  }

  private static String belowThousand(int number) {
    if (number < 20) {
      return SMALL[number];
    }
    if (number < 100) {
      return TENS[number / 10] + (number % 10 == 0 ? "" : " " + SMALL[number % 10]);
    }
    String hundreds = SMALL[number / 100] + " hundred";
    return number % 100 == 0 ? hundreds : hundreds + " " + belowThousand(number % 100);
  }
}
