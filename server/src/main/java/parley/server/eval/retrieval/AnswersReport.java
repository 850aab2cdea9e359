package parley.server.eval.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.server.eval.EvalPart;
import parley.server.measure.Machine;
import parley.server.measure.Timings;

/// What `eval answers` prints: shares of what a conversation makes of questions, and of what no
/// entry is about (there an answer is a false one).
record AnswersReport(
    int questions,
    Map<Taken, Double> taken,
    int others,
    Map<Taken, Double> othersTaken,
    List<String> falseAnswers,
    Timings message,
    Machine machine)
    implements EvalPart.Report {

  private static final ObjectMapper JSON = new ObjectMapper();

  AnswersReport {
    taken = Map.copyOf(taken);
    othersTaken = Map.copyOf(othersTaken);
    falseAnswers = List.copyOf(falseAnswers);
  }

  private static double of(Map<Taken, Double> shares, Taken taken) {
    return shares.getOrDefault(taken, 0.0);
  }

  @Override
  public String json() {
    ObjectNode report = JSON.createObjectNode();
    report.put("questions", questions);
    for (Taken one : Taken.values()) {
      report.put(one.name().toLowerCase(Locale.ROOT), of(taken, one));
    }
    report
        .put("others", others)
        .put("others_answered", of(othersTaken, Taken.ANSWERED_WRONG))
        .put("others_asked_back", of(othersTaken, Taken.ASKED_BACK_WRONG))
        .put("others_steered", of(othersTaken, Taken.STEERED))
        .put("others_not_understood", of(othersTaken, Taken.NOT_UNDERSTOOD));
    message.writeTo(report, "message");
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder(String.format("%-22s%d%n", "questions", questions));
    for (Taken one : Taken.values()) {
      text.append(line(one, taken));
    }
    text.append(String.format("%n%-22s%d%n", "about other things", others));
    for (Taken one : Taken.values()) {
      if (of(othersTaken, one) > 0) {
        text.append(line(one, othersTaken));
      }
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%n%-22s%s%n%-22s%d x %s, load average before %.2f%n",
            "a message, ms",
            message.line(),
            "machine",
            machine.cores(),
            machine.processor(),
            machine.loadAverage()));
    falseAnswers.forEach(answer -> text.append(String.format("  answered: %s%n", answer)));
    return text.toString();
  }

  private static String line(Taken one, Map<Taken, Double> shares) {
    return String.format(
        Locale.ROOT,
        "  %-20s%5.1f %%%n",
        one.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        100 * of(shares, one));
  }
}
