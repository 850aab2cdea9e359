package parley.server.eval.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.CallLog.CallSummary;
import parley.dialogue.log.LogEntry.Audited;
import parley.dialogue.log.LogEntry.CallbackPromised;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.log.LogEntry.TurnTimings;
import parley.dialogue.privacy.Masking;
import parley.server.call.FollowedCall.Course;
import parley.server.call.FollowedCall.Stretch;
import parley.server.call.LogPart;
import parley.server.eval.scenarios.Result.Verdict;

/// What the log holds of a call is compared with what a scenario expects, turn by turn.
class LoggedCallTest {
  private static final CallId CALL = CallId.parse("00000000-0000-0000-0000-000000000009");
  private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir private Path folder;

  private Scenario scenario(String... turns) throws IOException {
    StringBuilder text = new StringBuilder("scenarios:\n  - name: one\n    turns:\n");
    for (String turn : turns) {
      text.append("      - {").append(turn).append("}\n");
    }
    Files.writeString(folder.resolve("a.yaml"), text);
    return ScenarioFiles.read(folder, folder, "en").getFirst();
  }

  private static TurnTaken caller(String words, String understoodAs, String rule) {
    return turn(Speaker.CALLER, words, understoodAs, rule, List.of());
  }

  private static TurnTaken parley(String words, String... citations) {
    return turn(Speaker.PARLEY, words, "", "", List.of(citations));
  }

  private static TurnTaken turn(
      Speaker who, String words, String understoodAs, String rule, List<String> citations) {
    return new TurnTaken(
        UUID.randomUUID(),
        CALL,
        THEN,
        1,
        who,
        new Spoken(words),
        false,
        0,
        0,
        0.9,
        false,
        TurnTimings.NONE,
        understoodAs,
        rule,
        citations);
  }

  private static LogPart log(TurnTaken... turns) {
    return new LogPart(List.of(turns), List.of(), List.of(), List.of());
  }

  private static Stretch stretch(LogPart log) {
    return new Stretch(OptionalLong.of(800_000_000L), false, log);
  }

  private static Course course(@Nullable Outcome outcome, Stretch... stretches) {
    CallSummary summary = new CallSummary(CALL, THEN, THEN, "+441632960123", "1000", outcome, 2);
    return new Course(
        List.of(stretches),
        new CallDetail(
            summary, "en", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            null));
  }

  @Test
  void wordsUnderstandingCitationsAndTheEndAreThoseOfTheirTurn() throws IOException {
    Scenario scenario =
        scenario(
            "says: how can i pay, expect: {understood: payment-methods, cites: [payment-methods],"
                + " contains: [by card. in the app], rule: \"\", within-ms: 900, not: [end]}",
            "says: goodbye, expect: {understood: goodbye, actions: [end], outcome: COMPLETED,"
                + " absent: [card]}");
    Course course =
        course(
            Outcome.COMPLETED,
            stretch(
                log(
                    caller("how can i pay", "payment-methods", ""),
                    parley("Pay by card.", "payment-methods"),
                    parley("In the app, too."))),
            stretch(log(caller("goodbye", "goodbye", ""), parley("Goodbye."))));
    assertEquals(new Verdict.Passed(), VoicePlayer.compare(scenario, course));
  }

  @Test
  void aHandOverAndACallBackAreThoseThatTheLogHolds() throws IOException {
    Scenario scenario =
        scenario(
            "says: my card was stolen, expect: {rule: fraud, actions: [hand-over, ask-service],"
                + " queue: safety, priority: HIGH}",
            "says: \"yes\", expect: {actions: [callback], number: \"0171234\", not: [hand-over]}");
    LogPart handOver =
        new LogPart(
            List.of(caller("my card was stolen", "stolen-card", "fraud"), parley("One moment.")),
            List.of(),
            List.of(),
            List.of(
                audited("transfer-ended", Map.of("queue", "safety", "priority", "HIGH")),
                audited("service-asked", Map.of())));
    LogPart callBack =
        new LogPart(
            List.of(caller("yes", "yes", ""), parley("We will call.")),
            List.of(),
            List.of(
                new CallbackPromised(
                    UUID.randomUUID(), CALL, THEN, new PhoneNumber("0171234"), "fraud")),
            List.of());
    Course course = course(Outcome.CALLBACK_PROMISED, stretch(handOver), stretch(callBack));
    assertEquals(new Verdict.Passed(), VoicePlayer.compare(scenario, course));
  }

  private static Audited audited(String what, Map<String, String> details) {
    return new Audited(UUID.randomUUID(), CALL, THEN, "parley", what, details);
  }

  @Test
  void aTurnHeardWronglyIsToldBesideWhatDidNotHold() throws IOException {
    Scenario scenario =
        scenario(
            "says: identity theft, expect: {rule: fraud, actions: [wait]}",
            "presses: 12#, expect: {not: [end]}");
    Course course =
        course(
            Outcome.CALLER_HUNG_UP,
            stretch(log(caller("i entered two cents", "not-understood", ""), parley("Sorry?"))),
            stretch(log(caller("12#", "number", ""), parley("Is that right?"))));
    Verdict.Failed failed =
        assertInstanceOf(Verdict.Failed.class, VoicePlayer.compare(scenario, course));
    assertEquals(
        List.of("a.yaml:4 (says identity theft): rule: expected fraud, was "), failed.faults());
    assertEquals(
        List.of("line 4: said `identity theft`, heard `i entered two cents`"), failed.misheard());
  }

  @Test
  void aTurnThatTheCallDidNotComeToAndAReplyThatNobodyTimedAreFaults() throws IOException {
    Scenario scenario =
        scenario("says: goodbye, expect: {within-ms: 900}", "says: wait, expect: {}");
    Stretch cutIn =
        new Stretch(OptionalLong.empty(), true, log(caller("good bye bye", "goodbye", "")));
    Verdict.Failed failed =
        assertInstanceOf(
            Verdict.Failed.class, VoicePlayer.compare(scenario, course(Outcome.COMPLETED, cutIn)));
    assertEquals(
        List.of(
            "a.yaml:4 (says goodbye): no reply was timed, expected one within 900 ms",
            "a.yaml:5 (says wait): the call had ended before this turn"),
        failed.faults());
    assertEquals(
        List.of("line 4: said `goodbye`, heard `good bye bye`; Parley spoke into it"),
        failed.misheard());
  }

  @Test
  void aSecretIsNotCompared() throws IOException {
    Scenario scenario = scenario("presses: 4711, expect: {understood: told}");
    Course course =
        course(Outcome.CALLER_HUNG_UP, stretch(log(caller("(not kept)", "unusable", ""))));
    Verdict.Failed failed =
        assertInstanceOf(Verdict.Failed.class, VoicePlayer.compare(scenario, course));
    assertEquals(List.of(), failed.misheard());
  }

  @Test
  void wordsThatTheLogKeepsMaskedAreComparedMasked() throws IOException {
    String told = "I have four seven one, one zero, is that right?";
    Scenario scenario =
        scenario(
            "says: four seven one one zero, expect: {contains: [\"have four seven one, one zero, is\"]}",
            "says: four seven one one zero, expect: {contains: [pineapple]}");
    String said = Masking.mask("four seven one one zero");
    assertNotEquals("four seven one one zero", said);
    Stretch stretch = stretch(log(caller(said, "told", ""), parley(Masking.mask(told))));
    Verdict.Failed failed =
        assertInstanceOf(
            Verdict.Failed.class,
            VoicePlayer.compare(scenario, course(Outcome.CALLER_HUNG_UP, stretch, stretch)));
    assertEquals(
        List.of("a.yaml:5 (says four seven one one zero): not said: pineapple"), failed.faults());
    assertEquals(List.of(), failed.misheard());
  }
}
