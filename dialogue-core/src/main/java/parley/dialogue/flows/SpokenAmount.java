package parley.dialogue.flows;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The amount of money that was written or said: "49.90", "forty nine euros ninety". Pure.
final class SpokenAmount {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,7})[.,](\\d{2})(?!\\d)");
  private static final Pattern WHOLE = Pattern.compile("\\d{3,7}");
  private static final int MOST = 10_000_000;

  private SpokenAmount() {}

  static Optional<String> in(String text, List<String> words) {
    Matcher written = WRITTEN.matcher(text);
    if (written.find()) {
      return Optional.of(written.group(1) + "." + written.group(2));
    }
    int at = 0;
    while (at < words.size() && whole(words, at) < 0 && Numerals.at(words, at).isEmpty()) {
      at++;
    }
    long amount = -1;
    long small = 0;
    int cents = 0;
    boolean units = false;
    for (; at < words.size(); at++) {
      String word = words.get(at);
      Optional<Numerals.Numeral> number = Numerals.at(words, at);
      if (number.isPresent()) {
        at += number.get().words() - 1;
        if (units) {
          cents = number.get().value();
        } else {
          small += number.get().value();
        }
      } else if (whole(words, at) >= 0) {
        small = whole(words, at);
      } else if (word.equals("hundred")) {
        small = Math.max(1, small) * 100;
      } else if (word.equals("thousand")) {
        amount = Math.max(0, amount) + Math.max(1, small) * 1000;
        small = 0;
      } else if (word.matches("(euro|dollar|pound)s?")) {
        units = true;
      } else if (!word.equals("and")) {
        break;
      }
      amount = Math.max(0, amount);
    }
    long all = amount < 0 ? -1 : amount + small;
    return all < 0 || all >= MOST
        ? Optional.empty()
        : Optional.of("%d.%02d".formatted(all, Math.min(99, cents)));
  }

  private static int whole(List<String> words, int at) {
    return WHOLE.matcher(words.get(at)).matches() ? Integer.parseInt(words.get(at)) : -1;
  }
}
