package parley.transfer.handover;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static parley.transfer.agent.TestAgents.ADA;
import static parley.transfer.agent.TestAgents.BEN;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.HandOverRequest;
import parley.transfer.agent.Reservation;
import parley.transfer.agent.Wanted;
import parley.transfer.handover.HandOverEvent.AgentReserved;
import parley.transfer.handover.HandOverEvent.Answered;
import parley.transfer.handover.HandOverEvent.Begin;
import parley.transfer.handover.HandOverEvent.CallerTold;
import parley.transfer.handover.HandOverEvent.PhoneRings;
import parley.transfer.whisper.CallerMood;

/// Rules of a hand-over under test, on virtual time; two agents. Subclasses hold the tests.
abstract class HandOverScene {

  static final HandOverLimits LIMITS =
      new HandOverLimits(
          2,
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(15),
          Duration.ofSeconds(3),
          Duration.ofMinutes(60));

  static final HandOverRequest REQUEST =
      new HandOverRequest(
          "support",
          "payments",
          "en",
          Priority.MEDIUM,
          "asked for a person",
          new Spoken("charged twice"));

  static final Reservation FIRST = new Reservation(1, ADA);
  static final Reservation SECOND = new Reservation(2, BEN);
  static final Wanted WANTED = new Wanted("payments", "en");
  static final Spoken SENTENCE = new Spoken("Call, asked for a person: charged twice.");

  final HandOver rules = new HandOver(LIMITS);
  HandOverState state = new HandOverState.NotBegun();
  Duration at = Duration.ZERO;

  List<HandOverAction> on(HandOverEvent event) {
    HandOver.Step step = rules.step(state, event, at);
    state = step.state();
    return step.actions();
  }

  void given(HandOverEvent... events) {
    Stream.of(events).forEach(this::on);
  }

  void after(Duration time) {
    at = at.plus(time);
  }

  void givenFirstPhoneRings() {
    given(begin(), new AgentReserved(1, FIRST), new PhoneRings(1), new CallerTold(1));
  }

  void givenAgentAnswered() {
    givenFirstPhoneRings();
    given(new Answered(1));
  }

  static Begin begin() {
    return new Begin(REQUEST, CallerMood.CALM);
  }

  static Attempt tried(AttemptResult result) {
    return new Attempt(1, ADA, result, Duration.ZERO);
  }

  TransferOutcome outcome() {
    return assertInstanceOf(HandOverState.Finished.class, state).outcome();
  }
}
