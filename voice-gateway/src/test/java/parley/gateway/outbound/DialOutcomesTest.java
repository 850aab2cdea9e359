package parley.gateway.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.callback.plan.AttemptOutcome;
import parley.dialogue.conversation.Outcome;
import parley.gateway.call.CallResult;

/// What a call came to, from what Asterisk has noted and from the end of the talk.
class DialOutcomesTest {

  @ParameterizedTest
  @CsvSource({
    "'ENDED|BUSY|17|SIP 486 Busy Here', BUSY",
    "'ENDED|BUSY|17|', BUSY",
    "'ENDED|CHANUNAVAIL|21|SIP 603 Decline', BUSY",
    "'ENDED|CHANUNAVAIL|21|SIP 403 Forbidden', NUMBER_REFUSED",
    "'ENDED|CHANUNAVAIL|1|SIP 404 Not Found', NUMBER_REFUSED",
    "'ENDED|CHANUNAVAIL|1|', NUMBER_REFUSED",
    "'ENDED|CHANUNAVAIL|22|', NUMBER_REFUSED",
    "'ENDED|CHANUNAVAIL|28|SIP 484 Address Incomplete', NUMBER_REFUSED",
    "'ENDED|NOANSWER|19|SIP 480 Temporarily Unavailable', NO_ANSWER",
    "'ENDED|NOANSWER|0|', NO_ANSWER",
    "'ENDED|NOANSWER|16|SIP 487 Request Terminated', NO_ANSWER",
    "'ENDED|CANCEL|0|', NO_ANSWER",
    "'ENDED|CONGESTION|34|SIP 503 Service Unavailable', CONGESTION",
    "'ENDED|CHANUNAVAIL|20|', CONGESTION",
    "'ENDED|CHANUNAVAIL|38|SIP 502 Bad Gateway', CONGESTION",
    "'ENDED|INVALIDARGS|0|', NOT_DIALLED",
    "'ENDED|||', NOT_DIALLED",
    "'DIALLED', BROKEN_OFF",
    "'', NOT_DIALLED"
  })
  void whatAsteriskHasNotedIsTheOutcome(String noted, AttemptOutcome expected) {
    Optional<Noted> read = Noted.read(noted);
    assertEquals(expected, AsteriskDialler.ofNote(read, true));
    assertEquals(expected, AsteriskDialler.ofNote(read, false));
  }

  @ParameterizedTest
  @CsvSource({"true, OTHER_PERSON", "false, BROKEN_OFF"})
  void anAnsweredCallOfWhichNothingIsNotedWasCutShort(boolean ours, AttemptOutcome expected) {
    assertEquals(expected, AsteriskDialler.ofNote(Noted.read("ENDED|ANSWER|16|"), ours));
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, CUSTOMER, KEPT",
    "CALLER_HUNG_UP, CUSTOMER, KEPT",
    "TRANSFERRED, CUSTOMER, KEPT",
    "UNANSWERED, CUSTOMER, NO_AGENT",
    "FAILED, CUSTOMER, BROKEN_OFF",
    "SILENT, CUSTOMER, OTHER_PERSON",
    "COMPLETED, UNKNOWN, KEPT",
    "CALLBACK_PROMISED, UNKNOWN, KEPT",
    "CALLER_HUNG_UP, UNKNOWN, OTHER_PERSON",
    "SILENT, UNKNOWN, OTHER_PERSON",
    "UNANSWERED, UNKNOWN, NO_AGENT",
    "REFUSED_BUSY, UNKNOWN, BROKEN_OFF",
    "COMPLETED, OTHER_PERSON, OTHER_PERSON",
    "CALLER_HUNG_UP, MACHINE, MACHINE",
    "COMPLETED, MACHINE_TOLD, MESSAGE_LEFT"
  })
  void howTheTalkEndedIsTheOutcome(
      Outcome outcome, CallResult.Callee callee, AttemptOutcome expected) {
    assertEquals(expected, TalkOutcomes.of(new CallResult(outcome, callee)));
  }
}
