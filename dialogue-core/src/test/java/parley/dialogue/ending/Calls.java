package parley.dialogue.ending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.CallLog.CallSummary;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.log.LogEntry.TurnTimings;

/// Writes down calls as the log has them, turn by turn, a second each.
final class Calls {

  static final Instant START = Instant.parse("2026-05-04T09:00:00Z");

  private final CallId call = CallId.random();
  private final List<TurnTaken> turns = new ArrayList<>();
  private final List<LogEntry.Audited> audit = new ArrayList<>();
  private final List<LogEntry.CallbackPromised> promises = new ArrayList<>();

  Calls customer(String words, String understoodAs) {
    return turn(Speaker.CALLER, words, understoodAs, "", List.of());
  }

  Calls rule(String words, String understoodAs, String rule) {
    return turn(Speaker.CALLER, words, understoodAs, rule, List.of());
  }

  Calls parley(String words, String... citations) {
    return turn(Speaker.PARLEY, words, "", "", List.of(citations));
  }

  private Calls turn(
      Speaker who, String words, String understoodAs, String rule, List<String> citations) {
    int number = turns.size() + 1;
    turns.add(
        new TurnTaken(
            UUID.randomUUID(),
            call,
            now(),
            number,
            who,
            new Spoken(words),
            false,
            number * 1_000L,
            number * 1_000L + 900,
            0.9,
            false,
            TurnTimings.NONE,
            understoodAs,
            rule,
            citations));
    return this;
  }

  Calls service(String name, String result) {
    audit.add(
        new LogEntry.Audited(
            UUID.randomUUID(),
            call,
            now(),
            "parley",
            "service-asked",
            Map.of("service", name, "result", result)));
    return this;
  }

  Calls promised(String number, String reason) {
    promises.add(
        new LogEntry.CallbackPromised(
            UUID.randomUUID(), call, now(), new PhoneNumber(number), reason));
    return this;
  }

  private Instant now() {
    return START.plusSeconds(turns.size() + audit.size() + 1);
  }

  CallDetail ended(Outcome outcome) {
    return new CallDetail(
        new CallSummary(
            call, START, START.plusSeconds(60), "+4930123456", "1000", outcome, turns.size()),
        "en",
        "",
        turns,
        List.of(),
        List.of(),
        List.of(),
        promises,
        audit,
        null);
  }
}
