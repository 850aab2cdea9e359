package parley.gateway.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.turn.TurnAction;
import parley.speech.gate.RecordTone;
import parley.speech.recognize.Transcript;

/// The first seconds of a call of ours: begins the conversation with a person, and leaves a message
/// on a machine. Until then, and for good with a machine, nobody else hears what is said. A call
/// that came to us begins at once.
///
/// Thread: the call's own.
final class Reception {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final Optional<OutboundCall> outbound;
  private final Ears.VoiceActivity gate;
  private final Floor floor;
  private final Talk talk;
  private final Ending ending;
  private final CallTime time;
  private final Runnable begin;
  private final Pickup pickup;
  private final RecordTone tone;
  private final boolean watching;
  private long beganMs;
  private boolean begun;
  private boolean interrupted;
  private boolean leaving;

  /// @param begin begins the conversation
  Reception(
      Optional<OutboundCall> outbound,
      Ears.VoiceActivity gate,
      Floor floor,
      Talk talk,
      Ending ending,
      CallTime time,
      int sampleRateHz,
      Runnable begin) {
    this.outbound = outbound;
    this.gate = gate;
    this.floor = floor;
    this.talk = talk;
    this.ending = ending;
    this.time = time;
    this.begin = begin;
    this.watching = outbound.filter(OutboundCall::detectMachines).isPresent();
    this.tone = new RecordTone(sampleRateHz);
    this.pickup = watching ? new Pickup() : Pickup.known();
  }

  /// The line is open.
  void opened() {
    act(pickup.found());
  }

  void frame(short[] frame) {
    if (!watching || (pickup.isPerson() && time.ms() > Pickup.WORDS_COUNT_MS)) {
      return;
    }
    act(pickup.frame(time.ms(), gate.voice(frame)));
    if (tone.over(frame)) {
      toneOver();
    }
  }

  /// A message that has begun before it was not recorded, and is said again.
  private void toneOver() {
    boolean person = pickup.isPerson();
    if (!pickup.tone(time.ms())) {
      return;
    }
    if (person) {
      LOG.info("A machine has answered, by its tone");
    }
    if (person || leaving) {
      floor.cutOff();
    }
    leaving = false;
    leaveMessage();
  }

  void tick() {
    if (watching && !pickup.isPerson()) {
      act(pickup.passed(time.ms()));
    }
  }

  private void act(Pickup.Found found) {
    switch (found) {
      case NOT_YET -> {}
      case MACHINE -> tellAgent();
      case PERSON -> start();
      case MACHINE_LISTENS -> leaveMessage();
    }
  }

  private void tellAgent() {
    outbound.flatMap(OutboundCall::agent).ifPresent(WaitingAgent::machineAnswered);
  }

  private void start() {
    if (!begun) {
      begun = true;
      beganMs = time.ms();
      begin.run();
    }
  }

  private void leaveMessage() {
    if (leaving) {
      return;
    }
    leaving = true;
    tellAgent();
    Spoken message = outbound.map(OutboundCall::message).orElse(Spoken.NOTHING);
    if (message.isEmpty()) {
      ending.hangUp(talk.outcomeOr(Outcome.UNANSWERED), "a machine");
    } else {
      talk.leaveMessage(message);
    }
  }

  /// What of this concerns the conversation: nothing with a machine, and not the "hello" that was
  /// said before it began. One that went on until it stopped our first words must be answered, but
  /// answers no question: it is passed on without its words.
  List<TurnAction> pass(List<TurnAction> actions) {
    if (!watching) {
      return actions;
    }
    if (!pickup.isPerson()) {
      return List.of();
    }
    List<TurnAction> passed = new ArrayList<>();
    for (TurnAction action : actions) {
      interrupted |= action instanceof TurnAction.StopPrompt;
      if (!(action instanceof TurnAction.Commit commit) || commit.startMs() >= beganMs) {
        passed.add(action);
      } else if (interrupted) {
        passed.add(withoutWords(commit));
      }
    }
    return passed;
  }

  private static TurnAction.Commit withoutWords(TurnAction.Commit turn) {
    return new TurnAction.Commit(
        Spoken.NOTHING,
        turn.confidence(),
        turn.startMs(),
        turn.endMs(),
        turn.endpointMs(),
        turn.finalMs());
  }

  /// Words so far of whoever picked up.
  void words(Transcript words) {
    if (watching && pickup.words(time.ms(), words.text())) {
      LOG.info("A machine has answered, by its words");
      if (begun) {
        floor.cutOff();
        talk.machineAnswered();
      }
    }
  }

  /// Who answered, where it was found out.
  ///
  /// @param said who did by the conversation
  CallResult.Callee callee(CallResult.Callee said) {
    if (!pickup.isMachine()) {
      return said;
    }
    return talk.isMessageLeft() ? CallResult.Callee.MACHINE_TOLD : CallResult.Callee.MACHINE;
  }
}
