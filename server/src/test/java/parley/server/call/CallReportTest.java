package parley.server.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.CallLog.CallSummary;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.Speaker;

class CallReportTest {

  private static final CallId CALL = CallId.parse("00000000-0000-0000-0000-000000000007");
  private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

  private static LogEntry.TurnTaken turn(
      int number, Speaker who, String words, long start, long end) {
    return new LogEntry.TurnTaken(
        UUID.randomUUID(),
        CALL,
        THEN,
        number,
        who,
        new Spoken(words),
        false,
        start,
        end,
        0.75,
        false,
        LogEntry.TurnTimings.NONE,
        "",
        "",
        List.of());
  }

  private static CallReport report() {
    CallDetail detail =
        new CallDetail(
            new CallSummary(
                CALL, THEN, THEN.plusSeconds(9), "+61412", "100", Outcome.TRANSFERRED, 3),
            "en",
            "service",
            List.of(
                turn(1, Speaker.PARLEY, "Hello.", 100, 1_000),
                turn(2, Speaker.CALLER, "what are your hours", 2_000, 3_500),
                turn(3, Speaker.PARLEY, "We are open.", 4_150, 6_000)),
            List.of(),
            List.of(
                new LogEntry.TransferTried(
                    UUID.randomUUID(), CALL, THEN, "a1", "service", "asked", "Transferred", 900)),
            List.of(new LogEntry.RecordingMade(UUID.randomUUID(), CALL, THEN, "x/7.wav", 9_000)),
            List.of(
                new LogEntry.CallbackPromised(
                    UUID.randomUUID(), CALL, THEN, new PhoneNumber("+61412"), "no agent")),
            List.of(),
            null);
    return new CallReport(
        320, List.of(new CallReport.Reply(4_180, 640)), Optional.of(detail), Path.of("/rec"));
  }

  @Test
  void keysAreThoseOfTheDesign() throws JsonProcessingException {
    JsonNode json = new ObjectMapper().readTree(report().json());
    assertEquals(CALL.toString(), json.path("call_id").asText());
    assertEquals(320, json.path("answered_ms").asInt());
    JsonNode caller = json.at("/turns/1");
    assertEquals("caller", caller.path("who").asText());
    assertEquals("what are your hours", caller.path("text").asText());
    assertEquals(2_000, caller.path("start_ms").asInt());
    assertEquals(3_500, caller.path("end_ms").asInt());
    assertEquals(0.75, caller.path("confidence").asDouble());
    assertTrue(caller.path("voice_to_voice_ms").isNull());
    assertEquals(640, json.at("/turns/2/voice_to_voice_ms").asInt());
    assertTrue(json.at("/turns/0/voice_to_voice_ms").isNull());
    assertEquals("transfer", json.at("/actions/0/action").asText());
    assertEquals("callback", json.at("/actions/1/action").asText());
    assertEquals("transferred", json.path("outcome").asText());
    assertEquals("/rec/x/7.wav", json.path("recording").asText());
  }

  @Test
  void callThatTheLogDoesNotKnowIsStillReported() throws JsonProcessingException {
    CallReport unknown = new CallReport(5, List.of(), Optional.empty(), Path.of("/rec"));
    JsonNode json = new ObjectMapper().readTree(unknown.json());
    assertTrue(json.path("call_id").isNull());
    assertEquals(0, json.path("turns").size());
    assertEquals("unknown", json.path("outcome").asText());
    assertTrue(unknown.summary().startsWith("Answered after 5 ms; 0 turns"));
  }

  @Test
  void transcriptLineShowsWhoWhenAndHowSure() {
    assertEquals(
        "    2.0 s  caller: (0.75) what are your hours",
        CallReport.line(turn(2, Speaker.CALLER, "what are your hours", 2_000, 3_500)));
    assertEquals(
        "    0.1 s  parley: Hello.",
        CallReport.line(turn(1, Speaker.PARLEY, "Hello.", 100, 1_000)));
  }
}
