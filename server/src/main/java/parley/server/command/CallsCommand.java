package parley.server.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.config.Settings;
import parley.dialogue.call.CallId;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.CallLog.CallSummary;
import parley.dialogue.log.CallLog.Filter;
import parley.dialogue.memory.CustomerCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley calls` and `./parley calls show ID`: the call log, for supervisors.
@Command(
    name = "calls",
    description = "List the call log, newest first.",
    mixinStandardHelpOptions = true)
public final class CallsCommand implements Callable<Integer> {

  private static final int LARGEST_LIST = 10_000;
  private static final String BEGINNING = "[0-9a-fA-F]{2,8}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{0,27}";

  private final CommandContext context;
  private final Clock clock;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Calls from then on: 2026-05-31, 2026-05-31T14:30 (site.zone), or with offset.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Calls before then.")
  private @Nullable String to;

  @Option(
      names = "--number",
      paramLabel = "PART",
      description = "Calls whose caller's number has this part.")
  private @Nullable String number;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "Calls that ended so: ${COMPLETION-CANDIDATES}.")
  private @Nullable Outcome outcome;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many (default ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /// @param clock says when originals were read
  public CallsCommand(CommandContext context, Clock clock) {
    this.context = context;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > LARGEST_LIST) {
      throw new CommandFault("--limit is " + limit + "; allowed is 1 to " + LARGEST_LIST);
    }
    Settings settings = context.settings();
    ZoneId zone = settings.site().zone();
    Filter filter =
        new Filter(time("--from", from, zone), time("--to", to, zone), number, outcome, limit, 0);
    List<CallSummary> calls = context.callLog().read(settings, log -> log.list(filter));
    context
        .out()
        .print(
            json
                ? CallJson.list(calls)
                : new CallText(zone, settings.recording().folder()).list(calls));
    context.out().flush();
    return 0;
  }

  @Command(
      name = "show",
      description = "Show one call: turns, confidence, latencies, rules, recording.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "ID", description = "The call's id, or the first characters of it.")
          String id,
      @Option(
              names = "--masked",
              description = "Without personal data: names, numbers, addresses; to give to others.")
          boolean masked,
      @Option(
              names = "--original",
              description =
                  "With the words as they were said, where they were kept encrypted; needs the key,"
                      + " and is written into the audit.")
          boolean original,
      @Option(names = "--json", description = "Print one JSON document.") boolean asJson) {
    Settings settings = context.settings();
    if (masked && original) {
      throw new CommandFault("--masked and --original exclude each other; give one of them");
    }
    Kept kept =
        context
            .callLog()
            .read(
                settings,
                log -> {
                  CallDetail found = find(log, id);
                  return new Kept(
                      original ? OriginalCall.of(found, log, settings, clock) : found,
                      log.sameCustomer(found.call().id()));
                });
    CallDetail detail = masked ? MaskedCall.of(kept.call()) : kept.call();
    Path folder = settings.recording().folder();
    context
        .out()
        .print(
            asJson
                ? CallJson.detail(detail, folder, CaseJson.of(kept.same(), masked))
                : new CallText(settings.site().zone(), folder).detail(detail)
                    + new CaseText(settings.site().zone(), masked).of(kept.same()));
    context.out().flush();
    return 0;
  }

  /// A call as it is kept, and what else there is of the customer.
  private record Kept(CallDetail call, CustomerCase same) {}

  /// The one call whose id begins so.
  public static CallDetail find(CallLog log, String beginning) {
    if (!beginning.matches(BEGINNING)) {
      throw new CommandFault(
          beginning
              + " is no call id; one looks like 3f2b8c1e-0d5a-4b6f-9a63-5a1c7f0e2d94, and its first"
              + " characters are enough");
    }
    List<CallId> found = log.idsBeginning(beginning, 2);
    if (found.size() > 1) {
      throw new CommandFault("More than one call's id begins with " + beginning + "; type more");
    }
    return found.stream()
        .findFirst()
        .flatMap(log::find)
        .orElseThrow(() ->
            new CommandFault("No call has the id " + beginning + "; ./parley calls lists them"));
  }

  private static @Nullable Instant time(String option, @Nullable String text, ZoneId zone) {
    return text == null ? null : TimeText.parse(option, text, zone);
  }
}
