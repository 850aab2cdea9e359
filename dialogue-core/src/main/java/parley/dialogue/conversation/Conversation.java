package parley.dialogue.conversation;

import parley.dialogue.call.Confidence;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackPorts;
import parley.dialogue.conversation.ConversationState.LastPrompt;
import parley.dialogue.conversation.ConversationState.Phase;
import parley.dialogue.entities.EntityFinder;
import parley.dialogue.entities.ReferenceShape;
import parley.dialogue.escalation.Rules;
import parley.dialogue.flows.FlowBook;
import parley.dialogue.knowledge.KnownEntries;
import parley.dialogue.llm.Turn;
import parley.dialogue.memory.Relevance;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.prompts.Prompts;
import parley.dialogue.sentiment.SentimentScorer;
import parley.dialogue.understanding.Understanding;

/// What Parley says and does in a call: a pure function of what was before and what happened. Holds
/// nothing of any call, so one instance serves all calls of a language; any thread.
///
/// Before `Started`, while a person is brought in, and after the end, events change what must be
/// remembered and ask for nothing.
public final class Conversation {

  private final Tools tools;
  private final Opening opening;
  private final CallerTurn callerTurn;
  private final Keypad keypad;
  private final Silence silence;
  private final HandingOver handingOver;
  private final Breakdown breakdown;
  private final FlowTalk flows;
  private final ModelTalk model;
  private final Replies replies;

  /// @param knowledge the entries as they are when it is asked
  /// @param relevance of earlier conversations to what is being said
  /// @param callbacks when somebody can be called, and who waits for a call
  public Conversation(
      Understanding understanding,
      SentimentScorer moods,
      KnownEntries knowledge,
      Rules rules,
      Prompts prompts,
      FlowBook flows,
      Languages languages,
      Relevance relevance,
      String language,
      ConversationSettings settings,
      CallbackPorts callbacks) {
    this.tools =
        new Tools(
            understanding,
            new EntityFinder(ReferenceShape.USUAL),
            moods,
            knowledge,
            rules,
            prompts,
            flows,
            languages,
            relevance,
            language,
            settings,
            callbacks);
    CallbackTalk callback = new CallbackTalk(tools);
    this.handingOver = new HandingOver(tools, callback);
    this.flows = new FlowTalk(tools, handingOver);
    this.model = new ModelTalk(tools, callback);
    OutboundTalk outbound = new OutboundTalk(tools, this.flows, callback);
    this.replies = new Replies(tools, handingOver, callback, this.flows, model, outbound);
    this.breakdown = new Breakdown(tools, handingOver, replies);
    this.opening = new Opening(handingOver, callback, breakdown, this.flows, outbound);
    this.callerTurn = new CallerTurn(tools, replies, handingOver);
    this.keypad = new Keypad(tools, replies, callback, this.flows);
    this.silence = new Silence(tools, handingOver, outbound);
  }

  /// The next state and what is to be done; see [Step] for what ends the actions.
  public Step step(ConversationState state, ConversationEvent event) {
    Scene scene = new Scene(tools, state);
    switch (event) {
      case ConversationEvent.Started started -> {
        if (state.phase() == Phase.NEW) {
          opening.started(scene, started);
        }
      }
      case ConversationEvent.HandOverEnded(HandOverResult result) -> {
        if (state.phase() == Phase.HANDING_OVER) {
          handingOver.ended(scene, result);
        }
      }
      case ConversationEvent.PartFailed failed -> {
        Breakdown.remember(scene, failed.part());
        if (state.open()) {
          breakdown.in(scene, failed.part());
        }
      }
      case ConversationEvent.CallerSaid _,
          ConversationEvent.CallerPressed _,
          ConversationEvent.KeysEnded _,
          ConversationEvent.CallerSilent _,
          ConversationEvent.PromptHeard _,
          ConversationEvent.PromptInterrupted _,
          ConversationEvent.ServiceAnswered _,
          ConversationEvent.ServiceSlow _,
          ConversationEvent.ModelSaid _,
          ConversationEvent.ModelEnded _,
          ConversationEvent.LanguageChanged _ -> {
        if (state.open()) {
          talk(scene, state, event);
        }
      }
    }
    model.remember(scene);
    return scene.finish();
  }

  private void talk(Scene scene, ConversationState state, ConversationEvent event) {
    switch (event) {
      case ConversationEvent.CallerSaid(var words, var confidence) -> {
        ModelTalk.leave(scene);
        callerTurn.said(scene, words, confidence);
      }
      case ConversationEvent.LanguageChanged(Spoken said) -> {
        scene.aside(Prompt.LANGUAGE_CHANGED);
        if (said.isEmpty()) {
          replies.goAhead(scene);
        } else {
          callerTurn.said(scene, said, Confidence.CERTAIN);
        }
      }
      case ConversationEvent.CallerPressed(var key) -> {
        ModelTalk.leave(scene);
        keypad.pressed(scene, key);
      }
      case ConversationEvent.KeysEnded _ -> keypad.ended(scene);
      case ConversationEvent.CallerSilent(int times) -> silence.silent(scene, times);
      case ConversationEvent.PromptHeard _ -> keepWaiting(scene, state);
      case ConversationEvent.PromptInterrupted(Spoken heard) -> {
        ModelTalk.leave(scene);
        scene.model = scene.model.cutTo(new Turn(Turn.Who.PARLEY, heard));
        cut(scene, heard);
        keepWaiting(scene, state);
      }
      case ConversationEvent.ServiceAnswered(int id, var result) -> {
        if (!flows.answered(scene, id, result)) {
          keepWaiting(scene, state);
        }
      }
      case ConversationEvent.ServiceSlow(int id) -> {
        flows.slow(scene, id);
        keepWaiting(scene, state);
      }
      case ConversationEvent.ModelSaid(int id, var sentence) -> {
        if (state.model().awaits(id)) {
          model.said(scene, sentence);
        } else {
          keepWaiting(scene, state);
        }
      }
      case ConversationEvent.ModelEnded(int id, var answer) -> {
        if (state.model().awaits(id)) {
          model.ended(scene, answer).ifPresent(reading -> replies.byParley(scene, reading));
        } else {
          keepWaiting(scene, state);
        }
      }
      case ConversationEvent.Started _,
          ConversationEvent.HandOverEnded _,
          ConversationEvent.PartFailed _ -> {}
    }
  }

  private static void keepWaiting(Scene scene, ConversationState state) {
    if (state.waiting()) {
      scene.pause();
    }
  }

  private void cut(Scene scene, Spoken heard) {
    LastPrompt last = scene.last;
    int all = last.says().stream().mapToInt(say -> say.words().wordCount()).sum();
    boolean early = heard.wordCount() < tools.settings().earlyCut() * all;
    scene.last = new LastPrompt(last.says(), last.answer(), early && !last.answer().isEmpty());
  }
}
