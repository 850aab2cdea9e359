package parley.dialogue.usage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.dialogue.call.CallId;

/// Adds up conversations to the usage of each entry. What a person says of a conversation stands
/// over what its turns tell; of several, the last. One for each report; one thread.
public final class UsageTally {

  private record InCall(CallId call, String entry) {}

  private final Map<InCall, Verdict> said = new HashMap<>();
  private final Map<String, Usage> usages = new HashMap<>();

  /// @param feedback in the order in which it was given
  public UsageTally(List<Feedback> feedback) {
    for (Feedback one : feedback) {
      if (one.call() == null) {
        Usage before = of(one.entry());
        usages.put(one.entry(), judged(before, one.verdict()));
      } else {
        said.put(new InCall(one.call(), one.entry()), one.verdict());
      }
    }
  }

  /// All that the log has since then, of the newest so many conversations.
  public static UsageTally of(UsageLog log, Instant since, int atMost) {
    UsageTally tally = new UsageTally(log.feedback(since));
    log.each(since, atMost, tally::add);
    return tally;
  }

  public void add(Exchange exchange) {
    Uses.in(exchange)
        .forEach((entry, use) -> {
          Verdict verdict = said.getOrDefault(new InCall(exchange.call(), entry), use.verdict());
          Usage before = judged(of(entry), verdict);
          usages.put(
              entry,
              new Usage(
                  before.count() + 1, before.helped(), before.failed(), later(before, use.at())));
        });
  }

  private static Usage judged(Usage before, Verdict verdict) {
    return new Usage(
        before.count(),
        before.helped() + (verdict == Verdict.HELPED ? 1 : 0),
        before.failed() + (verdict == Verdict.FAILED ? 1 : 0),
        before.lastUsed());
  }

  private static Instant later(Usage before, Instant at) {
    Instant last = before.lastUsed();
    return last != null && last.isAfter(at) ? last : at;
  }

  /// Of an entry by its id.
  public Usage of(String entry) {
    return usages.getOrDefault(entry, Usage.NONE);
  }
}
