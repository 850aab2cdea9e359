package parley.server.bench.knowledge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import parley.server.measure.Machine;
import parley.server.measure.Timings;

/// What `bench knowledge` prints. Memory and disk in MB of 10^6 bytes.
///
/// @param buildMb the most memory that was held while building, pages of files left out
/// @param askMb the same while asking
/// @param heapMb of Java's heap in use at the end
/// @param query what each question took; the vector of its words was given
/// @param foundAt1 share of questions that found the entry they were made of in the first place
record KnowledgeBenchReport(
    int entries,
    int questions,
    double buildSeconds,
    double diskMb,
    double buildMb,
    double askMb,
    double heapMb,
    Timings query,
    double foundAt1,
    double foundAt5,
    Machine machine) {

  private static final ObjectMapper JSON = new ObjectMapper();

  String json() {
    ObjectNode report = JSON.createObjectNode();
    report
        .put("entries", entries)
        .put("questions", questions)
        .put("build_seconds", buildSeconds)
        .put("disk_mb", diskMb);
    report
        .putObject("memory_mb")
        .put("building", buildMb)
        .put("asking", askMb)
        .put("heap", heapMb)
        .put("heap_limit", Runtime.getRuntime().maxMemory() / 1e6);
    query.writeTo(report, "query");
    report.put("found_at_1", foundAt1).put("found_at_5", foundAt5);
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  String table() {
    return String.format(
        Locale.ROOT,
        """
        entries           %d
        building, s       %.1f
        disk, MB          %.0f
        memory, MB        %.0f building, %.0f asking, %.0f of it heap (limit %.0f)
        a question, ms    %s (%d questions, vectors given)
        found again       %.1f %% first, %.1f %% among five
        machine           %d x %s, load average before %.2f
        """,
        entries,
        buildSeconds,
        diskMb,
        buildMb,
        askMb,
        heapMb,
        Runtime.getRuntime().maxMemory() / 1e6,
        query.line(),
        questions,
        100 * foundAt1,
        100 * foundAt5,
        machine.cores(),
        machine.processor(),
        machine.loadAverage());
  }
}
