package parley.server.measure;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// How measured times spread. All null when nothing was measured; the percentile is the smallest
/// value that the share of all values stays at or below.
public record Spread(int count, @Nullable Double p50, @Nullable Double p95, @Nullable Double max) {

  public static Spread of(Collection<Double> values) {
    if (values.isEmpty()) {
      return new Spread(0, null, null, null);
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Spread(
        sorted.length, quantile(sorted, 0.50), quantile(sorted, 0.95), sorted[sorted.length - 1]);
  }

  static double quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }
}
