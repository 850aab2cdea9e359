package parley.dialogue.call;

/// How sure something is, 0 (not at all) to 1 (certain).
public record Confidence(double value) implements Comparable<Confidence> {

  public static final Confidence CERTAIN = new Confidence(1);
  public static final Confidence NONE = new Confidence(0);

  public Confidence {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("A confidence lies between 0 and 1, not " + value);
    }
  }

  /// The nearest valid confidence, for sources that overshoot by rounding.
  public static Confidence of(double value) {
    return new Confidence(Double.isNaN(value) ? 0 : Math.clamp(value, 0, 1));
  }

  @Override
  public int compareTo(Confidence other) {
    return Double.compare(value, other.value);
  }
}
