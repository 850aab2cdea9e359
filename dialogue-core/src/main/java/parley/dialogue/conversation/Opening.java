package parley.dialogue.conversation;

import java.util.Map;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationEvent.Part;
import parley.dialogue.conversation.ConversationState.Line;
import parley.dialogue.conversation.ConversationState.Phase;
import parley.dialogue.language.LanguageCourse;
import parley.dialogue.prompts.Prompt;

/// The first words of a call. The dialplan's entry flow `person` hands over at once, `callback`
/// asks for a call back, a flow's name runs that flow; any other talks. A call that we make begins
/// with who we are and who is there. Pure.
final class Opening {

  private final HandingOver handingOver;
  private final CallbackTalk callback;
  private final Breakdown breakdown;
  private final FlowTalk flows;
  private final OutboundTalk outbound;

  Opening(
      HandingOver handingOver,
      CallbackTalk callback,
      Breakdown breakdown,
      FlowTalk flows,
      OutboundTalk outbound) {
    this.handingOver = handingOver;
    this.callback = callback;
    this.breakdown = breakdown;
    this.flows = flows;
    this.outbound = outbound;
  }

  void started(Scene scene, ConversationEvent.Started started) {
    Line before = scene.line;
    scene.earlier = started.earlier();
    scene.phase = Phase.OPEN;
    scene.line =
        new Line(
            started.caller(),
            LanguageCourse.in(started.language()),
            started.queue(),
            started.at(),
            started.channel(),
            started.spoken(),
            before.keypadOnly(),
            before.mute());
    boolean hours = scene.tools().callbacks().times() != null;
    scene.callback = CallbackMemory.NONE.making(started.outbound(), hours);
    if (started.outbound().isPresent()) {
      outbound.greet(scene);
      return;
    }
    scene.say(Prompt.GREETING, Map.of("site", scene.settings().site()));
    if (scene.settings().recordingNotice()) {
      scene.sayWhole(Prompt.RECORDING_NOTICE);
    }
    if (before.mute()) {
      breakdown.in(scene, Part.VOICE);
    } else if (before.keypadOnly()) {
      breakdown.in(scene, Part.RECOGNIZER);
    } else {
      enter(scene, started.entryFlow());
    }
  }

  /// To somebody who was in touch before, where it helps to know that we know.
  private static void again(Scene scene) {
    scene
        .earlier
        .neutral()
        .ifPresent(fact ->
            scene.say(
                switch (fact) {
                  case CALL_BACK_DUE -> Prompt.EARLIER_CALL_BACK_DUE;
                  case NOT_HELPED -> Prompt.EARLIER_NOT_HELPED;
                }));
  }

  private void enter(Scene scene, String entryFlow) {
    switch (entryFlow) {
      case "person" -> handingOver.needed(scene, Prompt.CONNECTING, "entry-flow");
      case "callback" -> callback.asked(scene, Spoken.NOTHING);
      default -> {
        if (flows.knows(entryFlow)) {
          flows.start(scene, entryFlow, Spoken.NOTHING);
        } else {
          again(scene);
          scene.say(Prompt.HOW_CAN_I_HELP);
        }
      }
    }
  }
}
