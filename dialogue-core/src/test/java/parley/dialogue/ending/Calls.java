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
import parley.dialogue.quality.Channel;

/// Writes down calls as the log has them, turn by turn, a second each.
public final class Calls {

  public static final Instant START = Instant.parse("2026-05-04T09:00:00Z");

  private final CallId call = CallId.random();
  private int paused;
  private final List<TurnTaken> turns = new ArrayList<>();
  private final List<LogEntry.Audited> audit = new ArrayList<>();
  private final List<LogEntry.CallbackPromised> promises = new ArrayList<>();

  /// So many seconds in which nobody says a word.
  public Calls pause(int seconds) {
    paused += seconds;
    return this;
  }

  public Calls customer(String words, String understoodAs) {
    return turn(Speaker.CALLER, words, understoodAs, "", List.of());
  }

  public Calls rule(String words, String understoodAs, String rule) {
    return turn(Speaker.CALLER, words, understoodAs, rule, List.of());
  }

  public Calls parley(String words, String... citations) {
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
            (number + paused) * 1_000L,
            (number + paused) * 1_000L + 900,
            0.9,
            false,
            TurnTimings.NONE,
            understoodAs,
            rule,
            citations));
    return this;
  }

  public Calls service(String name, String result) {
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

  public Calls promised(String number, String reason) {
    promises.add(
        new LogEntry.CallbackPromised(
            UUID.randomUUID(), call, now(), new PhoneNumber(number), reason));
    return this;
  }

  private Instant now() {
    return START.plusSeconds(turns.size() + audit.size() + paused + 1);
  }

  public CallDetail ended(Outcome outcome) {
    return over(outcome, Channel.VOICE);
  }

  /// The same as a thread of mail.
  public CallDetail quiet(Outcome outcome) {
    return over(outcome, Channel.EMAIL);
  }

  private CallDetail over(Outcome outcome, Channel channel) {
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
        null,
        channel);
  }
}
