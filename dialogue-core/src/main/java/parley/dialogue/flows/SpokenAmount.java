package parley.dialogue.flows;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The amount of money that was written or said: "49.90", "forty nine euros ninety". Pure inside
/// one call.
final class SpokenAmount {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,7})[.,](\\d{2})(?!\\d)");
  private static final Pattern WHOLE = Pattern.compile("\\d{3,7}");
  private static final long MOST = 10_000_000;

  private final List<String> words;
  private int at;
  private long thousands;
  private long small;
  private long cents;
  private boolean begun;
  private boolean units;

  private SpokenAmount(List<String> words) {
    this.words = words;
  }

  static Optional<String> in(String text, List<String> words) {
    Matcher written = WRITTEN.matcher(text);
    return written.find()
        ? Optional.of(written.group(1) + "." + written.group(2))
        : new SpokenAmount(words).read();
  }

  /// Passes over words until a number begins, and ends with the first word after it.
  private Optional<String> read() {
    while (at < words.size() && (take(words.get(at)) || !begun)) {
      at++;
    }
    long all = thousands + small;
    return begun && all < MOST
        ? Optional.of("%d.%02d".formatted(all, Math.min(99, cents)))
        : Optional.empty();
  }

  private boolean take(String word) {
    Optional<Numerals.Numeral> number = Numerals.at(words, at);
    if (number.isPresent()) {
      at += number.get().words() - 1;
      number(number.get().value());
    } else if (WHOLE.matcher(word).matches()) {
      number(Integer.parseInt(word));
    } else if (word.equals("hundred")) {
      small = Math.max(1, small) * 100;
      begun = true;
    } else if (word.equals("thousand")) {
      thousands += Math.max(1, small) * 1000;
      small = 0;
      begun = true;
    } else if (begun && word.matches("(euro|dollar|pound)s?")) {
      units = true;
    } else {
      return begun && word.equals("and");
    }
    return true;
  }

  private void number(int value) {
    begun = true;
    if (units) {
      cents = value;
    } else {
      small += value;
    }
  }
}
