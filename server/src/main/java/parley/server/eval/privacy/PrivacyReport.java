package parley.server.eval.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.dialogue.privacy.PersonalData;
import parley.dialogue.privacy.PersonalKind;
import parley.server.eval.EvalPart;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// What `eval privacy` prints.
///
/// @param messageMs what each message took
record PrivacyReport(PrivacyScores scores, Spread messageMs, Machine machine)
    implements EvalPart.Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  static PrivacyReport measure(List<PrivacyCase> cases) {
    Machine machine = Machine.here();
    PrivacyScores scores = new PrivacyScores();
    List<Double> took = new ArrayList<>();
    for (PrivacyCase message : cases) {
      long began = System.nanoTime();
      var found = PersonalData.find(message.text());
      took.add((System.nanoTime() - began) / 1e6);
      scores.add(message, found);
    }
    return new PrivacyReport(scores, Spread.of(took), machine);
  }

  @Override
  public String json() {
    ObjectNode report = JSON.createObjectNode();
    report
        .put("messages", scores.messages())
        .put("personal_messages", scores.personal())
        .put("recall", scores.all().recall())
        .put("precision", scores.all().precision())
        .put("leak_rate", scores.leakRate())
        .put("false_masks", scores.falseMasks());
    ObjectNode kinds = report.putObject("kinds");
    for (PersonalKind kind : PersonalKind.values()) {
      PrivacyScores.OfKind score = scores.of(kind);
      kinds
          .putObject(kind.name().toLowerCase(Locale.ROOT))
          .put("expected", score.expected())
          .put("found", score.found())
          .put("recall", score.recall())
          .put("precision", score.precision());
    }
    report.putObject("message_ms").put("p50", messageMs.p50()).put("p95", messageMs.p95());
    ArrayNode leaking = report.putArray("leaking");
    scores.leaking().forEach(leaking::add);
    ArrayNode falselyMasked = report.putArray("falsely_masked");
    scores.falselyMasked().forEach(falselyMasked::add);
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
                messages            %d, %d of them with personal data
                leak rate           %.1f %% of messages
                false masks         %d
                a message, ms       %.2f p50, %.2f p95
                machine             %d x %s, load average before %.2f

                %-12s  %8s  %6s  %9s
                """,
                scores.messages(),
                scores.personal(),
                100 * scores.leakRate(),
                scores.falseMasks(),
                messageMs.p50(),
                messageMs.p95(),
                machine.cores(),
                machine.processor(),
                machine.loadAverage(),
                "kind",
                "expected",
                "recall",
                "precision"));
    for (PersonalKind kind : PersonalKind.values()) {
      text.append(row(kind.name().toLowerCase(Locale.ROOT), scores.of(kind)));
    }
    text.append(row("all", scores.all()));
    lines(text, "Left in part:", scores.leaking());
    lines(text, "Masked for nothing:", scores.falselyMasked());
    return text.toString();
  }

  private static String row(String name, PrivacyScores.OfKind score) {
    return String.format(
        Locale.ROOT,
        "%-12s  %8d  %4.1f %%  %7.1f %%%n",
        name,
        score.expected(),
        100 * score.recall(),
        100 * score.precision());
  }

  private static void lines(StringBuilder text, String title, List<String> messages) {
    if (!messages.isEmpty()) {
      text.append(String.format("%n%s%n", title));
      messages.forEach(message -> text.append("  ").append(oneLine(message)).append('\n'));
    }
  }

  private static String oneLine(String message) {
    return message.replace("\n", "\\n");
  }
}
