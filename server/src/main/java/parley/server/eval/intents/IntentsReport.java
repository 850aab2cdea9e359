package parley.server.eval.intents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.server.eval.EvalPart;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// What `eval intents` prints.
///
/// @param misheard the same messages with words heard wrongly, in each way that was asked for
/// @param messageMs what each message took
record IntentsReport(
    IntentScores scores,
    List<Misheard> misheard,
    int intents,
    int examples,
    double trainSeconds,
    Spread messageMs,
    Machine machine)
    implements EvalPart.Report {

  IntentsReport {
    misheard = List.copyOf(misheard);
  }

  /// Messages with the errors of a recognizer.
  ///
  /// @param name of the way in which they were heard, as a JSON key
  /// @param wordErrorRate errors a word
  /// @param clear of the same messages as they were written
  record Misheard(String name, double wordErrorRate, IntentScores clear, IntentScores scores) {
    void writeTo(ObjectNode node) {
      node.put("messages", scores.messages())
          .put("word_error_rate", wordErrorRate)
          .put("points_lost", 100 * (clear.inScopeAccuracy() - scores.inScopeAccuracy()))
          .put("accuracy", scores.accuracy())
          .put("in_scope_accuracy", scores.inScopeAccuracy())
          .put("out_of_scope_recall", scores.outOfScopeRecall())
          .put("macro_f1", scores.macroF1());
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONFUSIONS_SHOWN = 15;

  @Override
  public String json() {
    ObjectNode report = JSON.createObjectNode();
    report
        .put("messages", scores.messages())
        .put("intents", intents)
        .put("examples", examples)
        .put("accuracy", scores.accuracy())
        .put("in_scope_accuracy", scores.inScopeAccuracy())
        .put("out_of_scope_recall", scores.outOfScopeRecall())
        .put("macro_f1", scores.macroF1())
        .put("calibration_error", scores.calibrationError())
        .put("train_seconds", trainSeconds);
    report.putObject("message_ms").put("p50", messageMs.p50()).put("p95", messageMs.p95());
    misheard.forEach(heard -> heard.writeTo(report.putObject(heard.name())));
    ArrayNode confusions = report.putArray("confusions");
    scores.confusions().stream()
        .limit(CONFUSIONS_SHOWN)
        .forEach(confusion ->
            confusions
                .addObject()
                .put("wanted", confusion.wanted())
                .put("taken_for", confusion.taken())
                .put("times", confusion.times()));
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
                messages              %d
                intents               %d, from %d examples
                right                 %.1f %%
                right, with an intent %.1f %%
                none found for none   %s
                macro F1              %.1f %%
                calibration error     %.1f %%
                training, s           %.1f
                a message, ms         %.1f p50, %.1f p95
                machine               %d x %s, load average before %.2f
                """,
                scores.messages(),
                intents,
                examples,
                100 * scores.accuracy(),
                100 * scores.inScopeAccuracy(),
                share(scores.outOfScopeRecall()),
                100 * scores.macroF1(),
                100 * scores.calibrationError(),
                trainSeconds,
                messageMs.p50(),
                messageMs.p95(),
                machine.cores(),
                machine.processor(),
                machine.loadAverage()));
    misheard.forEach(heard -> text.append(line(heard)));
    List<IntentScores.Confusion> confusions = scores.confusions();
    if (!confusions.isEmpty()) {
      text.append(String.format("%n%-44s  %-44s  %5s%n", "wanted", "taken for", "times"));
    }
    confusions.stream()
        .limit(CONFUSIONS_SHOWN)
        .forEach(confusion ->
            text.append(
                String.format(
                    "%-44s  %-44s  %5d%n",
                    confusion.wanted(), confusion.taken(), confusion.times())));
    return text.toString();
  }

  private static String line(Misheard heard) {
    return String.format(
        Locale.ROOT,
        "%s (%d messages, %.1f %% of the words wrong): right, with an intent %.1f %%,"
            + " %.1f points less; none found for none %s%n",
        heard.name(),
        heard.scores().messages(),
        100 * heard.wordErrorRate(),
        100 * heard.scores().inScopeAccuracy(),
        100 * (heard.clear().inScopeAccuracy() - heard.scores().inScopeAccuracy()),
        share(heard.scores().outOfScopeRecall()));
  }

  /// With the ways in which the messages were also heard.
  IntentsReport with(List<Misheard> heard) {
    return new IntentsReport(scores, heard, intents, examples, trainSeconds, messageMs, machine);
  }

  private static String share(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
