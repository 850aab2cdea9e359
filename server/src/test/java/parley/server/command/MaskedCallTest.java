package parley.server.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.CallLog.CallSummary;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.log.LogEntry.TurnTimings;
import parley.dialogue.memory.CustomerCase;

class MaskedCallTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final CallId CALL = CallId.random();

  private static TurnTaken turn(String words, boolean keyed) {
    return new TurnTaken(
        UUID.randomUUID(),
        CALL,
        AT,
        1,
        Speaker.CALLER,
        new Spoken(words),
        keyed,
        0,
        1_000,
        0.9,
        false,
        TurnTimings.NONE,
        "",
        "",
        List.of());
  }

  @Test
  void neitherFormShowsWhoCalled() {
    CallDetail detail =
        new CallDetail(
            new CallSummary(CALL, AT, AT, "+491709988776", "1000", null, 3),
            "en",
            "",
            List.of(
                turn("my name is priya raghunathan", false),
                turn("my card is 4111 1111 1111 1111", false),
                turn("7741", true)),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new LogEntry.CallbackPromised(
                    UUID.randomUUID(), CALL, AT, new PhoneNumber("+491709988776"), "call anna")),
            List.of(),
            new Conclusion(
                Disposition.CALLBACK_PROMISED,
                false,
                new Spoken("my card is 4111 1111 1111 1111"),
                new Spoken("The customer said: my name is priya raghunathan."),
                Conclusion.Author.PARLEY,
                List.of(
                    new FollowUp(
                        UUID.randomUUID(),
                        FollowUp.Kind.CALL_BACK,
                        AT,
                        new Spoken("call +491709988776")))));
    Path folder = Path.of("recordings");
    CallDetail masked = MaskedCall.of(detail);
    for (String shown :
        List.of(
            CallJson.detail(masked, folder, CaseJson.of(CustomerCase.NONE, true)),
            new CallText(ZoneOffset.UTC, folder).detail(masked))) {
      for (String personal : List.of("priya", "4111", "7741", "99887", "anna")) {
        assertFalse(shown.contains(personal), shown);
      }
      assertTrue(shown.contains("my card is a card number"), shown);
      assertTrue(shown.contains("76"), shown);
      assertTrue(shown.contains("not resolved") || shown.contains("\"resolved\" : false"), shown);
    }
  }
}
