package parley.db.log;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.LogEntry;

/// Makes log entries for tests.
final class Entries {

  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private Entries() {}

  static LogEntry.CallStarted started(CallId call, Instant at) {
    return new LogEntry.CallStarted(
        UUID.randomUUID(),
        call,
        at,
        new PhoneNumber("+4930123456"),
        "100",
        "en",
        "support",
        call + "@sip");
  }

  static LogEntry.TurnTaken turn(CallId call, int number) {
    return turn(call, number, "the words of turn " + number);
  }

  static LogEntry.TurnTaken turn(CallId call, int number, String words) {
    return new LogEntry.TurnTaken(
        UUID.randomUUID(),
        call,
        START.plusMillis(number * 1000L),
        number,
        number % 2 == 0 ? LogEntry.Speaker.PARLEY : LogEntry.Speaker.CALLER,
        new Spoken(words),
        false,
        number * 1000L,
        number * 1000L + 800,
        0.875,
        number % 3 == 0,
        new LogEntry.TurnTimings(300, 40, 5, -1),
        "opening-hours",
        "",
        List.of("hours-1", "hours-2"));
  }

  static LogEntry.CallEnded ended(CallId call, Outcome outcome) {
    return new LogEntry.CallEnded(
        UUID.randomUUID(), call, START.plusSeconds(100), outcome, "goodbye", START.plusSeconds(1));
  }

  static LogEntry.Concluded concluded(UUID id, CallId call, Instant at, Disposition disposition) {
    return new LogEntry.Concluded(
        id,
        call,
        at,
        new Conclusion(
            disposition,
            disposition.resolved(),
            new Spoken("where is my parcel"),
            new Spoken("The customer said: where is my \"parcel\". ä"),
            Conclusion.Author.PARLEY,
            List.of(
                new FollowUp(
                    new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1),
                    FollowUp.Kind.ANSWER,
                    at.plusSeconds(3600),
                    new Spoken("where is my parcel")))));
  }

  /// Any kind of entry, of one of the calls.
  static LogEntry random(Random random, List<CallId> calls, int number) {
    CallId call = calls.get(random.nextInt(calls.size()));
    UUID id = new UUID(random.nextLong(), random.nextLong());
    Instant at = START.plusMillis(number);
    return switch (random.nextInt(9)) {
      case 0 ->
          new LogEntry.CallStarted(
              id, call, at, new PhoneNumber("555" + number), "100", "de", "", "");
      case 1 ->
          new LogEntry.CallEnded(
              id, call, at, OUTCOMES.get(random.nextInt(OUTCOMES.size())), "reason", null);
      case 2 -> new LogEntry.LegChanged(id, call, at, "PJSIP/x-1", "caller", "joined", "");
      case 3 -> new LogEntry.TransferTried(id, call, at, "anna", "q", "asked", "NotAnswered", 9000);
      case 4 -> new LogEntry.RecordingMade(id, call, at, "2026/03/01/x.wav", 1200);
      case 5 ->
          new LogEntry.CallbackPromised(
              id,
              call,
              at,
              new PhoneNumber("0301"),
              "nobody free",
              new CallbackWindow(at, at.plusSeconds(3600), ZoneId.of("Europe/Berlin")),
              "billing",
              "de");
      case 6 -> new LogEntry.Audited(id, call, at, "parley", "limit", Map.of("a", "ä \"1\""));
      case 7 -> concluded(id, call, at, Disposition.NOT_ANSWERED);
      default -> turn(call, number);
    };
  }
}
