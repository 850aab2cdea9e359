package parley.server.eval.scenarios;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parley.server.eval.EvalPart;
import parley.server.eval.scenarios.Result.Verdict;
import parley.server.measure.Machine;

/// What `eval scenarios` prints.
///
/// @param voice whether they were played in calls
record ScenariosReport(List<Result> results, boolean voice, Machine machine)
    implements EvalPart.Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  ScenariosReport {
    results = List.copyOf(results);
  }

  /// A scenario that could not be played is no failure, and no pass either.
  @Override
  public boolean passed() {
    return results.stream().noneMatch(Result::failed);
  }

  private long count(Predicate<Result> which) {
    return results.stream().filter(which).count();
  }

  @Override
  public String json() {
    ObjectNode report = JSON.createObjectNode();
    report
        .put("scenarios", results.size())
        .put("failed", count(Result::failed))
        .put("passed", count(Result::passed))
        .put("skipped", count(Result::skipped))
        .put("voice", voice);
    ArrayNode all = report.putArray("results");
    results.forEach(result -> write(result, all.addObject()));
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  private static void write(Result result, ObjectNode one) {
    one.put("name", result.scenario().name()).put("passed", result.passed()).put("ms", result.ms());
    ArrayNode faults = one.putArray("faults");
    switch (result.verdict()) {
      case Verdict.Passed() -> {}
      case Verdict.Failed(var found, var misheard) -> {
        found.forEach(faults::add);
        ArrayNode otherwise = one.putArray("misheard");
        misheard.forEach(otherwise::add);
      }
      case Verdict.Skipped(String reason) -> one.put("skipped", reason);
    }
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder();
    for (Result result : results) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-7s %-52s  %6.1f ms%n",
              result.word(),
              result.scenario().name(),
              result.ms()));
      details(result.verdict()).forEach(line -> text.append(String.format("        %s%n", line)));
    }
    return text.append(summary()).toString();
  }

  private static List<String> details(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed() -> List.of();
      case Verdict.Failed(var faults, var misheard) ->
          Stream.concat(faults.stream(), misheard.stream()).toList();
      case Verdict.Skipped(String reason) -> List.of(reason);
    };
  }

  private String summary() {
    String text = "%d scenarios, %d failed".formatted(results.size(), count(Result::failed));
    return voice
        ? "%s, %d passed, %d skipped%n"
            .formatted(text, count(Result::passed), count(Result::skipped))
        : text + System.lineSeparator();
  }
}
