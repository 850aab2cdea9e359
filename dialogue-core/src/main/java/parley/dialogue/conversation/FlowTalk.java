package parley.dialogue.conversation;

import java.util.Optional;
import parley.dialogue.call.Spoken;
import parley.dialogue.flows.Flow;
import parley.dialogue.flows.FlowEngine;
import parley.dialogue.flows.FlowMemory;
import parley.dialogue.flows.FlowMove;
import parley.dialogue.flows.FlowStep.Ending;
import parley.dialogue.flows.FlowTurn;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.services.ServiceResult;
import parley.dialogue.understanding.Command;

/// Flows inside a conversation: starts them, gives them the caller's answers and the services', and
/// does what they want done. Pure.
final class FlowTalk {

  private final Tools tools;
  private final FlowEngine engine;
  private final HandingOver handingOver;
  private final KnownSlots told;

  FlowTalk(Tools tools, HandingOver handingOver) {
    this.tools = tools;
    this.engine = new FlowEngine(tools.flows(), tools.language());
    this.handingOver = handingOver;
    this.told = new KnownSlots(tools);
  }

  boolean knows(String flow) {
    return tools.flows().find(flow).isPresent();
  }

  /// Starts a flow in place of one in progress. The one way in: for phrases, entries, the dialplan
  /// and whatever else finds out what a caller wants. A flow whose service is not set says so and
  /// offers a person; an id that is not there does the same.
  ///
  /// @param said the words that ask for it, which may tell what it would ask
  void start(Scene scene, String id, Spoken said) {
    Optional<Flow> flow = tools.flows().find(id).filter(tools.flows()::runnable);
    scene.flows = scene.flows.dropped();
    if (flow.isEmpty()) {
      scene.say(Prompt.FLOW_NOT_HERE);
      offerPerson(scene);
    } else {
      play(
          scene, engine.start(scene.flows, flow.get(), told.in(flow.get(), said, scene.context())));
    }
  }

  /// After an entry was answered: offers the flow that goes further, if there is one that the
  /// caller has not declined.
  boolean offered(Scene scene, KnowledgeEntry entry) {
    Optional<Flow> flow =
        tools
            .flows()
            .offeredAfter(entry.id())
            .filter(found -> !scene.flows.declined().contains(found.id()));
    flow.ifPresent(found -> {
      scene.sayText(found.offer().in(tools.language()));
      scene.ask(new Question.OfferFlow(found.id()));
    });
    return flow.isPresent();
  }

  void declined(Scene scene, String flow) {
    scene.flows = scene.flows.declining(flow);
    anythingElse(scene);
  }

  /// The answer to what a flow asked; empty when it could not be used.
  void told(Scene scene, Spoken value) {
    if (value.isEmpty()) {
      unusable(scene);
    } else if (running(scene)) {
      scene.tally = scene.tally.understood();
      play(scene, engine.told(scene.flows, value));
    }
  }

  /// What was said was no answer, and nothing else either. Counts the failure.
  void unusable(Scene scene) {
    scene.tally = scene.tally.failed();
    notUnderstood(scene);
  }

  /// The same for a failure that has been counted.
  void notUnderstood(Scene scene) {
    if (scene.flows.awaits(scene.flows.calls())) {
      scene.aside(Prompt.FLOW_STILL_LOOKING);
    } else if (running(scene)) {
      play(scene, engine.unusable(scene.flows));
    }
  }

  void confirmed(Scene scene, boolean right) {
    if (running(scene)) {
      play(scene, engine.confirmed(scene.flows, right));
    }
  }

  /// A service answered; false when nobody waits for it any more.
  boolean answered(Scene scene, int id, ServiceResult result) {
    boolean awaited = scene.flows.awaits(id);
    if (awaited) {
      play(scene, engine.answered(scene.flows, result));
    }
    return awaited;
  }

  void slow(Scene scene, int id) {
    if (scene.flows.awaits(id)) {
      scene.aside(Prompt.FLOW_ONE_MOMENT);
    }
  }

  /// Goes back to the flow in progress after something else was said; false when there is none.
  boolean resumed(Scene scene) {
    if (!scene.flows.running()) {
      return false;
    }
    if (scene.flows.awaits(scene.flows.calls())) {
      scene.ask(new Question.AwaitService());
    } else {
      play(scene, engine.resumed(scene.flows));
    }
    return true;
  }

  /// Whether a slot or its confirmation is waited for.
  private static boolean running(Scene scene) {
    return scene.flows.running() && !scene.flows.awaits(scene.flows.calls());
  }

  private void play(Scene scene, FlowTurn turn) {
    String id = scene.flows.current().map(run -> run.flow()).orElse("");
    FlowMemory before = scene.flows;
    scene.flows = turn.memory();
    // Both by the same answer of a service: an address that the caller has told before is no proof.
    if (!before.identified() && before.mail().isEmpty() && scene.flows.identified()) {
      scene.identified();
    }
    String reason = "flow-" + scene.flows.current().map(run -> run.flow()).orElse(id);
    turn.moves().forEach(move -> play(scene, move, reason));
  }

  private void play(Scene scene, FlowMove move, String reason) {
    switch (move) {
      case FlowMove.Say(String text) -> scene.sayText(text);
      case FlowMove.Ask(var slot) -> scene.ask(new Question.AskSlot(slot, Spoken.NOTHING));
      case FlowMove.Confirm _ ->
          scene.ask(new Question.ConfirmSlot(engine.slot(scene.flows).orElseThrow()));
      case FlowMove.Call(int call, var request) -> {
        scene.callService(call, request);
        scene.ask(new Question.AwaitService());
      }
      case FlowMove.GiveUp _ -> handingOver.needed(scene, Prompt.TOO_MANY_FAILURES, reason);
      case FlowMove.Apologize _ -> {
        scene.say(Prompt.FLOW_FAILED);
        offerPerson(scene);
      }
      case FlowMove.HandOver(String skill) -> handingOver.byFlow(scene, skill, reason);
      case FlowMove.End(Ending ending) -> end(scene, ending);
    }
  }

  private static void end(Scene scene, Ending ending) {
    switch (ending) {
      case DONE, NOT_DONE -> anythingElse(scene);
      case OFFER_PERSON -> offerPerson(scene);
    }
  }

  private static void anythingElse(Scene scene) {
    scene.say(Prompt.ANYTHING_ELSE);
    scene.ask(new Question.AnythingElse());
  }

  private static void offerPerson(Scene scene) {
    scene.say(Prompt.CONFIRM_PERSON);
    scene.ask(new Question.ConfirmCommand(Command.PERSON));
  }
}
