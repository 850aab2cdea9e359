package parley.server.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import parley.callback.promise.CallbackDesk;
import parley.callback.quiet.NoMoreCalls;
import parley.config.Settings;
import parley.db.DatabaseParts;
import parley.dialogue.DialogueParts;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.ConversationState;
import parley.dialogue.conversation.Conversations;
import parley.dialogue.conversation.Step;
import parley.dialogue.llm.Answerer;
import parley.dialogue.log.ConversationLog;
import parley.dialogue.log.MaskingLog;
import parley.dialogue.memory.BoundedMemory;
import parley.dialogue.memory.CustomerMemory;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.services.Services;
import parley.dialogue.turn.TurnRules;
import parley.dialogue.turn.TurnTaking;
import parley.gateway.call.CallParts;
import parley.gateway.call.Dialogue;
import parley.gateway.call.Dialogues;
import parley.gateway.call.Ears;
import parley.mail.notice.Notices;
import parley.speech.SpeechParts;
import parley.speech.gate.SpeechGate;
import parley.speech.recognize.Vocabulary;
import parley.transfer.agent.AgentBoard;
import parley.transfer.agent.Agents;
import parley.transfer.handover.CallerNotice;
import parley.transfer.handover.HandOver;
import parley.transfer.handover.HandOverLimits;

/// What calls need, made of the modules' parts. Thread: any.
final class CallWiring {
  private CallWiring() {}

  static CallParts parts(
      Settings settings,
      SpeechParts speech,
      DialogueParts dialogue,
      DatabaseParts database,
      NoMoreCalls noMore,
      Notices mail,
      Services services,
      Answerer model,
      Clock clock) {
    String language = settings.site().language();
    DialogueParts.Language spoken = dialogue.language(language);
    ConversationLog log = log(settings.privacy(), database.conversationLog());
    return new CallParts(
        speech.recognizers(),
        speech.synthesizer(),
        gates(settings.media().sampleRateHz()),
        new TurnTaking(TurnRules.of(settings.turns()), spoken.listening()),
        vocabularies(spoken),
        new HandOver(HandOverLimits.from(settings.transfer(), settings.calls())),
        new AgentBoard(Agents.from(settings.agents()), Duration.ZERO, clock),
        notice -> words(spoken, notice),
        code -> message(dialogue, code, settings.site().name()),
        new CallbackDesk(
            CallbackWiring.dialable(settings),
            log,
            database.callbackOverview(),
            noMore,
            settings.site().zone(),
            clock),
        mail,
        services,
        settings.services().fillerAfter(),
        model,
        memory(settings, database, clock),
        log,
        settings.media().sampleRateHz(),
        settings.recording().enabled(),
        settings.calls().longest(),
        clock.withZone(settings.site().zone()),
        System::nanoTime);
  }

  private static Spoken message(DialogueParts dialogue, String language, String site) {
    return new Spoken(
        dialogue
            .language(language)
            .prompts()
            .text(Prompt.MACHINE_MESSAGE, 0, Map.of("site", site)));
  }

  /// What is kept of what callers say is what the settings allow.
  private static ConversationLog log(Settings.Privacy privacy, ConversationLog log) {
    return switch (privacy.keepOriginals()) {
      case PLAIN -> log;
      case NONE, ENCRYPTED -> new MaskingLog(log, SealedOriginals.sealing(privacy));
    };
  }

  /// A database that takes longer than this is no reason to let a caller wait.
  private static CustomerMemory memory(Settings settings, DatabaseParts database, Clock clock) {
    return settings.memory().enabled()
        ? new BoundedMemory(database.memory(settings.memory(), clock), Duration.ofMillis(150))
        : CustomerMemory.NONE;
  }

  /// Turn-taking does its own timing: it wants each frame's verdict, bridged over the gaps within a
  /// word.
  private static Supplier<Ears.VoiceActivity> gates(int sampleRateHz) {
    return () -> {
      SpeechGate gate = new SpeechGate(sampleRateHz, Duration.ofMillis(60));
      return frame -> gate.hear(frame).speaking();
    };
  }

  private static Function<Expectation, Vocabulary> vocabularies(DialogueParts.Language language) {
    return expectation -> {
      // The model's own language model knows the open questions better than a flat list of phrases
      // does (docs/results/ear-prototype.md).
      if (expectation == Expectation.ANYTHING) {
        return Vocabulary.OPEN;
      }
      List<String> phrases = language.hints().phrases(expectation);
      return phrases.isEmpty()
          ? Vocabulary.OPEN
          : new Vocabulary.Expected(
              new Vocabulary.Phrases(expectation.name().toLowerCase(Locale.ROOT), phrases));
    };
  }

  /// The conversation has already said that it puts the caller through, so the first phone rings
  /// without another word.
  private static Spoken words(DialogueParts.Language language, CallerNotice notice) {
    return switch (notice) {
      case RINGING -> Spoken.NOTHING;
      case RINGING_NEXT -> new Spoken(language.prompts().text(Prompt.TRYING_NEXT, 0));
    };
  }

  /// Conversations keep their state from step to step; the call's thread is the only one that asks.
  static Dialogues dialogues(DialogueParts dialogue) {
    return _ ->
        new Dialogue() {
          private final Conversations conversations = dialogue.conversations();
          private ConversationState state = ConversationState.NEW;

          @Override
          public List<ConversationAction> tell(ConversationEvent event) {
            Step step = conversations.step(state, event);
            state = step.state();
            return step.actions();
          }
        };
  }
}
