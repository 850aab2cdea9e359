package parley.server.bench.callbacks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.server.measure.Machine;

/// What `bench callbacks` prints.
///
/// @param dialled callbacks whose number received a call
/// @param lost callbacks whose number received none
/// @param doubled calls beyond the first one of a number
/// @param delayP50 in ms, from the time at which a callback is due to the moment at which its first
///   attempt is written down, right before it is dialled
/// @param listingMs what a list of callbacks takes of the database
public record CallbackBenchReport(
    CallbackBench.Wanted wanted,
    int dialled,
    int lost,
    int doubled,
    double delayP50,
    double delayP99,
    double scheduledPerSecond,
    double listingMs,
    Machine machine) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static CallbackBenchReport of(
      CallbackBench.Wanted wanted,
      List<String> numbers,
      Map<String, Integer> received,
      List<Double> delays,
      double scheduledPerSecond,
      double listingMs,
      Machine machine) {
    int dialled = (int) numbers.stream().filter(received::containsKey).count();
    int doubled = received.values().stream().mapToInt(calls -> calls - 1).sum();
    return new CallbackBenchReport(
        wanted,
        dialled,
        numbers.size() - dialled,
        doubled,
        quantile(delays, 0.50),
        quantile(delays, 0.99),
        scheduledPerSecond,
        listingMs,
        machine);
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  String json() {
    ObjectNode report = JSON.createObjectNode();
    report
        .put("due", wanted.due())
        .put("dialled", dialled)
        .put("lost", lost)
        .put("doubled", doubled)
        .put("kills", wanted.kills())
        .put("nodes", wanted.nodes())
        .put("pending", wanted.pending())
        .put("asterisk", wanted.picking() != Picking.STAND_IN)
        .put("callee", wanted.picking().key());
    report.putObject("start_delay_ms").put("p50", delayP50).put("p99", delayP99);
    report.put("scheduled_per_second", scheduledPerSecond).put("listing_ms", listingMs);
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  String table() {
    return String.format(
        Locale.ROOT,
        """
        callbacks due     %d, %d a second, on %d nodes; %d more for later days
        called            %d, lost %d, doubled %d (%s)
        kills             %d
        start, ms late    %.0f p50, %.0f p99%s
        promised a second %.0f
        a list, ms        %.1f
        machine           %d x %s, load average before %.2f
        """,
        wanted.due(),
        wanted.rate(),
        wanted.nodes(),
        wanted.pending(),
        dialled,
        lost,
        doubled,
        wanted.picking().shown(),
        wanted.kills(),
        delayP50,
        delayP99,
        wanted.kills() > 0 ? " (with the leases of killed nodes)" : "",
        scheduledPerSecond,
        listingMs,
        machine.cores(),
        machine.processor(),
        machine.loadAverage());
  }
}
