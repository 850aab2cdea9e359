package parley.server.eval.language;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import parley.server.eval.EvalPart;
import parley.server.eval.language.LanguageScores.Share;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// What `eval language` prints.
///
/// @param among how many languages each message was told from
/// @param loadSeconds until the first message was told
/// @param heapMb what the models take once every language of the file was met
record LanguageReport(
    LanguageScores scores,
    String models,
    int among,
    double loadSeconds,
    long heapMb,
    Spread messageMs,
    Machine machine)
    implements EvalPart.Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String json() {
    ObjectNode report = JSON.createObjectNode();
    report
        .put("messages", scores.messages().all())
        .put("languages", scores.languages().size())
        .put("among", among)
        .put("models", models)
        .put("accuracy", scores.messages().value());
    put(report.putObject("telling"), scores.telling());
    put(report.putObject("proofs"), scores.proofs());
    ObjectNode languages = report.putObject("accuracy_by_language");
    scores.languages().forEach((code, share) -> languages.put(code, share.value()));
    report.put("load_seconds", loadSeconds).put("heap_mb", heapMb);
    report.putObject("message_ms").put("p50", messageMs.p50()).put("p95", messageMs.p95());
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  private static void put(ObjectNode node, Share share) {
    node.put("messages", share.all()).put("accuracy", share.value());
  }

  @Override
  public String table() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """
                messages              %d in %d languages, told from %d, %s models
                right                 %.1f %%
                right, when a sign    %.1f %% of %d
                right, when proof     %.1f %% of %d
                loaded in, s          %.1f
                heap, MB              %d
                a message, ms         %.1f p50, %.1f p95
                machine               %d x %s, load average before %.2f

                """,
                scores.messages().all(),
                scores.languages().size(),
                among,
                models,
                100 * scores.messages().value(),
                100 * scores.telling().value(),
                scores.telling().all(),
                100 * scores.proofs().value(),
                scores.proofs().all(),
                loadSeconds,
                heapMb,
                messageMs.p50(),
                messageMs.p95(),
                machine.cores(),
                machine.processor(),
                machine.loadAverage()));
    scores
        .languages()
        .forEach((code, share) ->
            text.append(String.format("%-4s%4d of %d%n", code, share.right(), share.all())));
    return text.toString();
  }
}
