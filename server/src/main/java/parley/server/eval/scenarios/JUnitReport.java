package parley.server.eval.scenarios;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.server.eval.scenarios.Result.Verdict;

/// Results as JUnit writes them, for build servers.
record JUnitReport(List<Result> results) {

  JUnitReport {
    results = List.copyOf(results);
  }

  String xml() {
    long failed = results.stream().filter(Result::failed).count();
    long skipped = results.stream().filter(Result::skipped).count();
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuite name="scenarios" tests="%d" failures="%d"%s>
    %s</testsuite>
    """
        .formatted(
            results.size(),
            failed,
            skipped == 0 ? "" : " skipped=\"" + skipped + "\"",
            results.stream().map(JUnitReport::testCase).collect(Collectors.joining()));
  }

  private static String testCase(Result result) {
    String start =
        String.format(
            Locale.ROOT,
            "  <testcase classname=\"%s\" name=\"%s\" time=\"%.3f\"",
            escaped(result.scenario().file()),
            escaped(result.scenario().name()),
            result.ms() / 1e3);
    return switch (result.verdict()) {
      case Verdict.Passed() -> start + "/>\n";
      case Verdict.Failed(var faults, var misheard) ->
          start
              + inside(
                  "failure",
                  Stream.concat(faults.stream(), misheard.stream())
                      .collect(Collectors.joining("; ")));
      case Verdict.Skipped(String reason) -> start + inside("skipped", reason);
    };
  }

  private static String inside(String element, String message) {
    return ">\n    <%s message=\"%s\"/>\n  </testcase>\n".formatted(element, escaped(message));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replaceAll("[\\p{Cc}]", " ");
  }
}
