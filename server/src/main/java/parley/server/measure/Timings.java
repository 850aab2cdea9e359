package parley.server.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What something took, each time, on the clock and of the processor: on a machine that others use
/// too, the second says what it would take alone. One thread.
public final class Timings {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Double> wallMs = new ArrayList<>();
  private final List<Double> cpuMs = new ArrayList<>();
  private long wallBegan;
  private long cpuBegan;

  public void begin() {
    cpuBegan = THREADS.getCurrentThreadCpuTime();
    wallBegan = System.nanoTime();
  }

  public void end() {
    wallMs.add((System.nanoTime() - wallBegan) / 1e6);
    cpuMs.add((THREADS.getCurrentThreadCpuTime() - cpuBegan) / 1e6);
  }

  /// Forgets what was measured, after a warm-up.
  public void clear() {
    wallMs.clear();
    cpuMs.clear();
  }

  /// Writes `NAME_ms` and `NAME_cpu_ms`, each with p50, p95 and p99.
  public void writeTo(ObjectNode report, String name) {
    write(report.putObject(name + "_ms"), wallMs);
    write(report.putObject(name + "_cpu_ms"), cpuMs);
  }

  private static void write(ObjectNode node, List<Double> values) {
    node.put("p50", quantile(values, 0.50))
        .put("p95", quantile(values, 0.95))
        .put("p99", quantile(values, 0.99));
  }

  /// For a table.
  public String line() {
    return String.format(
        Locale.ROOT,
        "%.1f p50, %.1f p95, %.1f p99; of the processor %.1f, %.1f, %.1f",
        quantile(wallMs, 0.50),
        quantile(wallMs, 0.95),
        quantile(wallMs, 0.99),
        quantile(cpuMs, 0.50),
        quantile(cpuMs, 0.95),
        quantile(cpuMs, 0.99));
  }

  private static double quantile(List<Double> values, double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? 0 : Spread.quantile(sorted, share);
  }
}
