package parley.server.eval.scenarios;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import parley.server.eval.EvalPart;
import parley.server.eval.scenarios.ScenarioRun.Result;
import parley.server.measure.Machine;

/// What `eval scenarios` prints.
record ScenariosReport(List<Result> results, Machine machine) implements EvalPart.Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  ScenariosReport {
    results = List.copyOf(results);
  }

  @Override
  public boolean passed() {
    return results.stream().allMatch(Result::passed);
  }

  private long failures() {
    return results.stream().filter(result -> !result.passed()).count();
  }

  @Override
  public String json() {
    ObjectNode report = JSON.createObjectNode();
    report.put("scenarios", results.size()).put("failed", failures());
    ArrayNode all = report.putArray("results");
    for (Result result : results) {
      ObjectNode one = all.addObject();
      one.put("name", result.scenario().name())
          .put("passed", result.passed())
          .put("ms", result.ms());
      ArrayNode faults = one.putArray("faults");
      result.faults().forEach(faults::add);
    }
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder();
    for (Result result : results) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-6s  %-52s  %6.1f ms%n",
              result.passed() ? "passed" : "FAILED",
              result.scenario().name(),
              result.ms()));
      result.faults().forEach(fault -> text.append(String.format("        %s%n", fault)));
    }
    return text.append(String.format("%d scenarios, %d failed%n", results.size(), failures()))
        .toString();
  }

  /// As JUnit writes it, for build servers.
  String junit() {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(
        "<testsuite name=\"scenarios\" tests=\"%d\" failures=\"%d\">%n"
            .formatted(results.size(), failures()));
    for (Result result : results) {
      xml.append(
          String.format(
              Locale.ROOT,
              "  <testcase classname=\"%s\" name=\"%s\" time=\"%.3f\"",
              escaped(result.scenario().file()),
              escaped(result.scenario().name()),
              result.ms() / 1e3));
      if (result.passed()) {
        xml.append("/>\n");
      } else {
        xml.append(
            ">%n    <failure message=\"%s\"/>%n  </testcase>%n"
                .formatted(escaped(String.join("; ", result.faults()))));
      }
    }
    return xml.append("</testsuite>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replaceAll("[\\p{Cc}]", " ");
  }
}
