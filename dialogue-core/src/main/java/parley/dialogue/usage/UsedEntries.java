package parley.dialogue.usage;

import java.util.LinkedHashMap;
import java.util.Map;

/// Which entries were answers in a conversation, and whether each helped. Pure.
public final class UsedEntries {

  private UsedEntries() {}

  public static Map<String, Verdict> verdicts(Exchange exchange) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    Uses.in(exchange).forEach((entry, use) -> verdicts.put(entry, use.verdict()));
    return verdicts;
  }
}
