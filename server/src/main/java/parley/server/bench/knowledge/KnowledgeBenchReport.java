package parley.server.bench.knowledge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import parley.server.measure.Machine;
import parley.server.measure.Timings;

/// What `bench knowledge` prints. Memory and disk in MB of 10^6 bytes.
///
/// @param building nothing when the index was there already
/// @param askMb the most memory that was held while asking, pages of files left out
/// @param heapMb of Java's heap in use at the end
/// @param query what each question took, the vector of its words included
/// @param model what the vector took of it
/// @param foundAt1 share of questions that found the entry they were made of in the first place
record KnowledgeBenchReport(
    int entries,
    int questions,
    Optional<Building> building,
    double diskMb,
    double askMb,
    double heapMb,
    Timings query,
    Timings model,
    double foundAt1,
    double foundAt5,
    Machine machine) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// @param mb the most memory that was held, pages of files left out
  record Building(double seconds, double mb) {}

  String json() {
    ObjectNode report = JSON.createObjectNode();
    report.put("entries", entries).put("questions", questions).put("disk_mb", diskMb);
    ObjectNode memory = report.putObject("memory_mb");
    building.ifPresent(one -> {
      report.put("build_seconds", one.seconds());
      memory.put("building", one.mb());
    });
    memory
        .put("asking", askMb)
        .put("heap", heapMb)
        .put("heap_limit", Runtime.getRuntime().maxMemory() / 1e6);
    query.writeTo(report, "query");
    model.writeTo(report, "model");
    report.put("found_at_1", foundAt1).put("found_at_5", foundAt5);
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  String table() {
    return String.format(
        Locale.ROOT,
        """
        entries           %d
        building          %s
        disk, MB          %.0f
        memory, MB        %.0f asking, %.0f of it heap (limit %.0f)
        a question, ms    %s (%d questions)
        its vector, ms    %s
        found again       %.1f %% first, %.1f %% among five
        machine           %d x %s, load average before %.2f
        """,
        entries,
        building
            .map(one -> String.format(Locale.ROOT, "%.1f s, %.0f MB", one.seconds(), one.mb()))
            .orElse("not now: the index was there"),
        diskMb,
        askMb,
        heapMb,
        Runtime.getRuntime().maxMemory() / 1e6,
        query.line(),
        questions,
        model.line(),
        100 * foundAt1,
        100 * foundAt5,
        machine.cores(),
        machine.processor(),
        machine.loadAverage());
  }
}
