package parley.server.eval.sentiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.dialogue.sentiment.Sentiment.Polarity;
import parley.server.eval.EvalPart;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// What `eval sentiment` prints.
///
/// @param examples learned from; 0 where words alone were asked
/// @param messageMs what each message took
record SentimentReport(
    SentimentScores scores, int examples, double learnSeconds, Spread messageMs, Machine machine)
    implements EvalPart.Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String json() {
    ObjectNode report = JSON.createObjectNode();
    report
        .put("messages", scores.messages())
        .put("examples", examples)
        .put("accuracy", scores.accuracy())
        .put("macro_f1", scores.macroF1())
        .put("mean_absolute_error", scores.meanAbsoluteError());
    ObjectNode confusion = report.putObject("confusion");
    for (Polarity label : Polarity.values()) {
      ObjectNode row = confusion.putObject(label.key());
      for (Polarity as : Polarity.values()) {
        row.put(as.key(), scores.times(label, as));
      }
    }
    put(report.putObject("anger"), scores.anger());
    put(report.putObject("distress"), scores.distress());
    report.put("learn_seconds", learnSeconds);
    report.putObject("message_ms").put("p50", messageMs.p50()).put("p95", messageMs.p95());
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  private static void put(ObjectNode node, FlagScore flag) {
    node.put("labelled", flag.labelled())
        .put("raised", flag.raised())
        .put("precision", flag.precision())
        .put("recall", flag.recall());
  }

  @Override
  public String table() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """
                messages              %d
                learned from          %d examples in %.1f s
                right                 %.1f %%
                macro F1              %.1f %%
                mean absolute error   %.2f
                anger                 %s
                distress              %s
                a message, ms         %.1f p50, %.1f p95
                machine               %d x %s, load average before %.2f

                %-10s%10s%10s%10s
                """,
                scores.messages(),
                examples,
                learnSeconds,
                100 * scores.accuracy(),
                100 * scores.macroF1(),
                scores.meanAbsoluteError(),
                flag(scores.anger()),
                flag(scores.distress()),
                messageMs.p50(),
                messageMs.p95(),
                machine.cores(),
                machine.processor(),
                machine.loadAverage(),
                "judged as",
                "negative",
                "neutral",
                "positive"));
    for (Polarity label : Polarity.values()) {
      text.append(String.format("%-10s", label.key()));
      for (Polarity as : Polarity.values()) {
        text.append(String.format("%10d", scores.times(label, as)));
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String flag(FlagScore flag) {
    return String.format(
        "%d labelled, %d raised, precision %s, recall %s",
        flag.labelled(), flag.raised(), share(flag.precision()), share(flag.recall()));
  }

  private static String share(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
