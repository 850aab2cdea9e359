package parley.server.eval.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import parley.server.eval.EvalPart;
import parley.server.measure.Machine;
import parley.server.measure.Timings;

/// What `eval retrieval` prints.
///
/// @param noWordInCommon share of questions that have no word that carries meaning in common with
///   the question of their entry
/// @param query what each question took, the vector of its words included
record RetrievalReport(
    int questions,
    int entries,
    double recallAt1,
    double recallAt5,
    double meanReciprocalRank,
    double noWordInCommon,
    double buildSeconds,
    Timings query,
    List<Miss> misses,
    Machine machine)
    implements EvalPart.Report {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MISSES_SHOWN = 60;

  /// @param instead the entry that was found first
  /// @param place of the right one; 0: not found
  record Miss(Asked asked, String instead, int place) {}

  RetrievalReport {
    misses = List.copyOf(misses);
  }

  @Override
  public String json() {
    ObjectNode report = JSON.createObjectNode();
    report
        .put("questions", questions)
        .put("entries", entries)
        .put("recall_at_1", recallAt1)
        .put("recall_at_5", recallAt5)
        .put("mrr", meanReciprocalRank)
        .put("no_word_in_common", noWordInCommon)
        .put("build_seconds", buildSeconds);
    query.writeTo(report, "query");
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  @Override
  public String table() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """
                questions             %d, over %d entries
                recall at 1           %.1f %%
                recall at 5           %.1f %%
                mean reciprocal rank  %.3f
                no word in common     %.1f %% of the questions and those of their entries
                building the index, s %.1f
                a question, ms        %s
                machine               %d x %s, load average before %.2f
                """,
                questions,
                entries,
                100 * recallAt1,
                100 * recallAt5,
                meanReciprocalRank,
                100 * noWordInCommon,
                buildSeconds,
                query.line(),
                machine.cores(),
                machine.processor(),
                machine.loadAverage()));
    if (!misses.isEmpty()) {
      text.append(
          String.format("%n%-5s  %-24s  %-24s  %s%n", "place", "wanted", "first", "question"));
    }
    misses.stream()
        .limit(MISSES_SHOWN)
        .forEach(miss ->
            text.append(
                String.format(
                    "%5s  %-24s  %-24s  %s%n",
                    miss.place() == 0 ? "-" : miss.place(),
                    miss.asked().id(),
                    miss.instead(),
                    miss.asked().question())));
    return text.toString();
  }
}
