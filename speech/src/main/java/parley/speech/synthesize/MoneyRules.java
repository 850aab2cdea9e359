package parley.speech.synthesize;

import static parley.speech.synthesize.NumberWords.written;

import java.util.List;
import java.util.Locale;

/// Amounts of money, and percent.
final class MoneyRules {
  private static final String AMOUNT = "(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d\\d?))?(?![\\d])";
  private static final String SCALE = "(?: ?(million|billion|thousand|k|m|bn)\\b)?";
  private static final String SIGN = "([$€£]|(?:USD|EUR|GBP|US\\$) ?)";

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "(?<![\\w.])([-−]?)" + SIGN + " ?" + AMOUNT + SCALE,
              m -> money(m.group(1), m.group(2), m.group(3), Rule.group(m, 4), Rule.group(m, 5))),
          Rule.of(
              "(?<![\\w.,])([-−]?)"
                  + AMOUNT
                  + SCALE
                  + " ?([$€£]|(?:USD|EUR|GBP|dollars?|euros?)\\b)",
              m -> money(m.group(1), m.group(5), m.group(2), Rule.group(m, 3), Rule.group(m, 4))),
          Rule.of("(\\d+)\\s?(?:¢|cents?\\b)", m -> some(m.group(1), "cent")),
          Rule.exact(
              "(?<![\\w.])([-−]?)(\\d[\\d,]*(?:\\.\\d+)?)\\s?%",
              m -> minus(m.group(1)) + written(m.group(2)) + " percent"));

  private MoneyRules() {}

  private static String money(
      String minus, String currency, String whole, String fraction, String scale) {
    String unit = unit(currency);
    if (!scale.isEmpty()) {
      String number = fraction.isEmpty() ? whole : whole + "." + fraction;
      return minus(minus) + written(number) + " " + scale(scale) + " " + unit + "s";
    }
    String cents = (fraction + "00").substring(0, 2);
    boolean some = !cents.equals("00");
    if (some && whole.matches("0+")) {
      return minus(minus) + some(cents, part(unit));
    }
    String said = minus(minus) + some(whole, unit);
    return some ? said + " and " + some(cents, part(unit)) : said;
  }

  private static String unit(String currency) {
    String sign = currency.strip().toUpperCase(Locale.ROOT);
    if (sign.equals("€") || sign.startsWith("EUR")) {
      return "euro";
    }
    return sign.equals("£") || sign.equals("GBP") ? "pound" : "dollar";
  }

  private static String part(String unit) {
    return unit.equals("pound") ? "penny" : "cent";
  }

  private static String scale(String scale) {
    return switch (scale.toLowerCase(Locale.ROOT)) {
      case "k", "thousand" -> "thousand";
      case "m", "million" -> "million";
      default -> "billion";
    };
  }

  private static String some(String number, String unit) {
    long count = Long.parseLong(number.replace(",", ""));
    String plural = unit.equals("penny") ? "pence" : unit + "s";
    return NumberWords.cardinal(count) + " " + (count == 1 ? unit : plural);
  }

  private static String minus(String sign) {
    return sign.isEmpty() ? "" : "minus ";
  }
}
