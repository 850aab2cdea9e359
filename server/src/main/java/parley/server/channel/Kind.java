package parley.server.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The effects there are, with what their number means; NaN bounds: they take none.
enum Kind {
  CLEAN("clean", "", Double.NaN, Double.NaN),
  MULAW("mulaw", "", Double.NaN, Double.NaN),
  ALAW("alaw", "", Double.NaN, Double.NaN),
  NOISE("noise", "SNR_DB", -20, 60),
  LOSS("loss", "PERCENT", 0, 100),
  QUIET("quiet", "DB", -60, 60),
  CLIP("clip", "", Double.NaN, Double.NaN);

  private final String word;
  private final String amount;
  private final double least;
  private final double most;

  Kind(String word, String amount, double least, double most) {
    this.word = word;
    this.amount = amount;
    this.least = least;
    this.most = most;
  }

  static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  boolean takesNumber() {
    return !amount.isEmpty();
  }

  boolean allows(double number) {
    return number >= least && number <= most;
  }

  /// For a sentence: what is expected after the colon.
  String expected() {
    return takesNumber()
        ? String.format(Locale.ROOT, "%s:%s from %.0f to %.0f", word, amount, least, most)
        : word + " alone";
  }
}
