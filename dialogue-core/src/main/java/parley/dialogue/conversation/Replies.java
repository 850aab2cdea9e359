package parley.dialogue.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationState.LastPrompt;
import parley.dialogue.flows.Slot;
import parley.dialogue.flows.SlotKind;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.understanding.Command;

/// What Parley replies to a turn that has been read. Pure.
final class Replies {

  private final Tools tools;
  private final HandingOver handingOver;
  private final CallbackTalk callback;
  private final FlowTalk flows;
  private final ModelTalk model;
  private final OutboundTalk outbound;
  private final Misunderstanding misunderstanding;

  Replies(
      Tools tools,
      HandingOver handingOver,
      CallbackTalk callback,
      FlowTalk flows,
      ModelTalk model,
      OutboundTalk outbound) {
    this.tools = tools;
    this.handingOver = handingOver;
    this.callback = callback;
    this.flows = flows;
    this.model = model;
    this.outbound = outbound;
    this.misunderstanding =
        new Misunderstanding(
            tools, handingOver, callback, flows, new LanguageTalk(tools, handingOver));
  }

  void to(Scene scene, Reading reading) {
    switch (reading) {
      case Reading.Yes _ -> yes(scene);
      case Reading.No _ -> no(scene);
      case Reading.Chosen(KnowledgeEntry entry) -> answer(scene, entry);
      case Reading.NumberTold(String digits) -> callback.number(scene, digits);
      case Reading.OfCallback(CallbackWords words) -> aboutCallback(scene, words);
      case Reading.SlotTold(Spoken value) -> flows.told(scene, value);
      case Reading.Lacking _ -> lacking(scene);
      case Reading.FlowAsked(String flow) -> flows.start(scene, flow, scene.heard);
      case Reading.Steered(Command command, _) -> steer(scene, command);
      case Reading.Doubtful(Command command) -> confirm(scene, command);
      case Reading.Known(Candidate match) -> answer(scene, match.entry());
      case Reading.Maybe _, Reading.NotUnderstood _ -> {
        if (OutboundTalk.asking(scene) && scene.tally.failures() <= 1) {
          // Our first words may have been talked over.
          outbound.greet(scene);
        } else if (!model.asked(scene, reading)) {
          byParley(scene, reading);
        }
      }
      // Nothing to say: the caller shows that they listen, and goes on or does not.
      case Reading.Backchannel _ -> {}
    }
  }

  /// Replies to what a language model was not asked, or did not answer.
  void byParley(Scene scene, Reading reading) {
    if (reading instanceof Reading.Maybe(List<Candidate> matches)) {
      askBack(scene, matches);
    } else {
      misunderstanding.in(scene);
    }
  }

  /// Whether an answer that was cut off at its beginning by mere noise should be said again.
  boolean resumes(Scene scene, Reading reading) {
    boolean noise =
        reading instanceof Reading.NotUnderstood || reading instanceof Reading.Backchannel;
    return noise
        && scene.last.cutEarly()
        && tools.knowledge().find(scene.last.answer()).isPresent();
  }

  void resume(Scene scene) {
    Optional<KnowledgeEntry> entry = tools.knowledge().find(scene.last.answer());
    // Once: whoever talks over it again means it.
    scene.last = new LastPrompt(scene.last.says(), scene.last.answer(), false);
    entry.ifPresent(found ->
        scene.sayAnswer(
            found, scene.wording(Prompt.AS_I_WAS_SAYING, Map.of("answer", found.answer()))));
  }

  void answer(Scene scene, KnowledgeEntry entry) {
    scene.tally = scene.tally.answered();
    scene.memory = scene.memory.answering(entry.id());
    scene.sayAnswer(entry, entry.answer());
    if (flows.resumed(scene) || flows.offered(scene, entry)) {
      return;
    }
    // Asked after every other answer only, each time in other words.
    if (scene.tally.answers() % 2 == 1) {
      scene.say(Prompt.ANYTHING_ELSE);
      scene.ask(new Question.AnythingElse());
    } else {
      scene.ask(new Question.Open());
    }
  }

  private void yes(Scene scene) {
    switch (scene.question) {
      case Question.ConfirmEntry(String id) ->
          tools.knowledge().find(id).ifPresent(entry -> answer(scene, entry));
      case Question.ConfirmCommand(Command command) -> steer(scene, command);
      case Question.AskWho _ -> outbound.itIsThem(scene);
      case Question.OfCallback question -> callback.yes(scene, question);
      case Question.OfferFlow(String flow) -> flows.start(scene, flow, scene.memory.asked());
      case Question.OfferLanguage(String code) -> handingOver.speaking(scene, code);
      case Question.ConfirmSlot _ -> flows.confirmed(scene, true);
      case Question.AskSlot(Slot slot, _) when slot.kind() instanceof SlotKind.YesNo ->
          flows.told(scene, new Spoken("yes"));
      case Question.AskSlot _ -> flows.unusable(scene);
      case Question.AwaitService _ -> scene.aside(Prompt.FLOW_STILL_LOOKING);
      case Question.AnythingElse _, Question.Open _, Question.Choose _ -> goAhead(scene);
    }
  }

  private void no(Scene scene) {
    switch (scene.question) {
      case Question.ConfirmEntry(String id) -> rejected(scene, List.of(id));
      case Question.Choose(String first, String second) -> rejected(scene, List.of(first, second));
      case Question.ConfirmCommand _, Question.OfferLanguage _ -> goAhead(scene);
      case Question.OfferFlow(String flow) -> flows.declined(scene, flow);
      case Question.ConfirmSlot _ -> {
        scene.tally = scene.tally.failed();
        flows.confirmed(scene, false);
      }
      case Question.AskSlot(Slot slot, _) when slot.kind() instanceof SlotKind.YesNo ->
          flows.told(scene, new Spoken("no"));
      case Question.AskSlot _ -> flows.unusable(scene);
      case Question.AwaitService _ -> scene.aside(Prompt.FLOW_STILL_LOOKING);
      case Question.AskWho _ -> outbound.itIsNot(scene);
      case Question.OfCallback question -> callback.no(scene, question);
      case Question.AnythingElse _ -> goodbye(scene);
      case Question.Open _ -> {
        scene.say(Prompt.ANYTHING_ELSE);
        scene.ask(new Question.AnythingElse());
      }
    }
  }

  private void aboutCallback(Scene scene, CallbackWords words) {
    switch (words) {
      case CallbackWords.NotThem _ -> outbound.itIsNot(scene);
      case CallbackWords.NotNow(Spoken when) -> outbound.notNow(scene, when);
      case CallbackWords.NeverAgain _ -> outbound.neverAgain(scene);
      case CallbackWords.Told _,
          CallbackWords.OtherNumber _,
          CallbackWords.Zone _,
          CallbackWords.AskedWhen _,
          CallbackWords.Cancel _,
          CallbackWords.Move _ ->
          callback.told(scene, words);
    }
  }

  /// Nothing goes on without what the caller does not have; a person knows other ways.
  private void lacking(Scene scene) {
    if (scene.question.aboutCallback()) {
      callback.declined(scene);
    } else {
      scene.flows = scene.flows.dropped();
      scene.say(Prompt.CONFIRM_PERSON);
      scene.ask(new Question.ConfirmCommand(Command.PERSON));
    }
  }

  void goAhead(Scene scene) {
    if (!flows.resumed(scene)) {
      scene.say(Prompt.GO_AHEAD);
      scene.ask(new Question.Open());
    }
  }

  private void rejected(Scene scene, List<String> entries) {
    scene.memory = scene.memory.rejecting(entries);
    scene.tally = scene.tally.failed();
    if (scene.tally.failures() >= tools.settings().failures()) {
      misunderstanding.in(scene);
    } else {
      scene.say(Prompt.REPHRASE);
      scene.ask(new Question.Open());
    }
  }

  void steer(Scene scene, Command command) {
    switch (command) {
      case PERSON -> handingOver.asked(scene);
      case GOODBYE -> goodbye(scene);
      case CALLBACK -> callback.asked(scene, scene.heard);
      case REPEAT -> repeat(scene);
      case SLOWER, FASTER -> {
        scene.pace(command == Command.SLOWER);
        scene.aside(Prompt.SLOWER);
        repeat(scene);
      }
      case WAIT -> {
        scene.aside(Prompt.TAKE_YOUR_TIME);
        scene.pause();
      }
      case HELP -> {
        scene.say(Prompt.HELP);
        boolean _ = flows.resumed(scene);
      }
      case CANCEL -> cancel(scene);
      case THANKS -> {
        scene.say(Prompt.WELCOME);
        if (!scene.question.aboutCallback() && !flows.resumed(scene)) {
          scene.say(Prompt.ANYTHING_ELSE);
          scene.ask(new Question.AnythingElse());
        }
      }
      case YES -> yes(scene);
      case NO -> no(scene);
    }
  }

  void repeat(Scene scene) {
    if (!scene.sayLastAgain()) {
      scene.say(Prompt.NOTHING_TO_REPEAT);
    }
  }

  private void cancel(Scene scene) {
    if (scene.question.aboutCallback()) {
      callback.declined(scene);
    } else {
      scene.flows = scene.flows.dropped();
      scene.say(Prompt.CANCELLED);
      scene.ask(new Question.Open());
    }
  }

  private static void goodbye(Scene scene) {
    if (scene.people.missed()) {
      scene.say(Prompt.UNANSWERED_GOODBYE);
      scene.end(Outcome.UNANSWERED);
    } else {
      scene.say(Prompt.GOODBYE);
      scene.end(Outcome.COMPLETED);
    }
  }

  private void confirm(Scene scene, Command command) {
    if (scene.question.equals(new Question.ConfirmCommand(command))) {
      // Said twice: that is an answer, however unclear the line.
      steer(scene, command);
      return;
    }
    scene.say(command == Command.PERSON ? Prompt.CONFIRM_PERSON : Prompt.CONFIRM_GOODBYE);
    scene.ask(new Question.ConfirmCommand(command));
  }

  private static void askBack(Scene scene, List<Candidate> matches) {
    KnowledgeEntry first = matches.getFirst().entry();
    if (matches.size() == 1) {
      scene.say(Prompt.DO_YOU_MEAN, Map.of("question", first.question()));
      scene.ask(new Question.ConfirmEntry(first.id()));
      return;
    }
    KnowledgeEntry second = matches.get(1).entry();
    scene.say(Prompt.CHOOSE, Map.of("first", first.question(), "second", second.question()));
    scene.ask(new Question.Choose(first.id(), second.id()));
  }
}
