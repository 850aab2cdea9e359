package parley.server.callbacks;

import org.jspecify.annotations.Nullable;
import parley.callback.plan.CallbackState;
import picocli.CommandLine.Option;

/// What is listed, and how.
final class ListOptions {
  @Option(names = "--overdue", description = "Only those whose promised time is over.")
  boolean overdue;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those: ${COMPLETION-CANDIDATES}; without it, all that are not over.")
  @Nullable CallbackState state;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many (${DEFAULT-VALUE}).")
  int limit;

  @Option(names = "--numbers", description = "With whole telephone numbers, and reasons as told.")
  boolean numbers;

  @Option(names = "--json", description = "Print one JSON document.")
  boolean json;
}
