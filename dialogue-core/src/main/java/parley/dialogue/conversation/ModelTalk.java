package parley.dialogue.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.dialogue.call.Spoken;
import parley.dialogue.flows.Flow;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.llm.Answer;
import parley.dialogue.llm.Inquiry;
import parley.dialogue.llm.Purpose;
import parley.dialogue.llm.Sentence;
import parley.dialogue.llm.Toolbox;
import parley.dialogue.llm.Turn;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.quality.Source;
import parley.dialogue.understanding.Command;
import parley.dialogue.understanding.Meaning;
import parley.dialogue.words.Words;

/// A language model inside a conversation. It is asked what Parley would have to ask back about or
/// did not understand, never what an entry, a command or a flow answers. What it proposes to do the
/// caller is asked about first. Where it fails, the turn is answered as if there were no model.
/// Pure.
final class ModelTalk {

  /// As much as the model is told of earlier conversations at most.
  private static final int EARLIER_TOKENS = 145;

  private final Tools tools;
  private final CallbackTalk callback;

  ModelTalk(Tools tools, CallbackTalk callback) {
    this.tools = tools;
    this.callback = callback;
  }

  /// Has the model answer the turn; false when it is not to.
  boolean asked(Scene scene, Reading reading) {
    boolean free =
        scene.question instanceof Question.Open || scene.question instanceof Question.AnythingElse;
    if (!tools.settings().languageModel() || !free || scene.heard.isEmpty()) {
      return false;
    }
    scene.model = scene.model.asking(reading);
    scene.askModel(scene.model.asked(), inquiry(scene));
    scene.pause();
    return true;
  }

  private Inquiry inquiry(Scene scene) {
    List<Turn> turns =
        Stream.concat(
                scene.model.turns().stream(), Stream.of(new Turn(Turn.Who.CUSTOMER, scene.heard)))
            .toList();
    return new Inquiry(
        scene.line.channel(),
        tools.language(),
        sources(scene.heard),
        turns,
        earlier(scene),
        offered());
  }

  /// Whoever has not been identified is only somebody who calls from that number: the model must
  /// not know what it must not say.
  private String earlier(Scene scene) {
    if (scene.flows.identified()) {
      return scene.earlier.text(Words.of(scene.heard.text()), tools.relevance(), EARLIER_TOKENS);
    }
    return scene
        .earlier
        .neutral()
        .map(fact ->
            switch (fact) {
              case CALL_BACK_DUE ->
                  "A call back was promised to this number; it has not been made yet.";
              case NOT_HELPED -> "The last call from this number could not be helped.";
            })
        .orElse("");
  }

  private List<Source> sources(Spoken words) {
    return tools.understanding().meaning(Words.of(words.text()))
            instanceof Meaning.Asked(List<Candidate> candidates)
        ? candidates.stream().map(candidate -> source(candidate.entry())).toList()
        : List.of();
  }

  private static Source source(KnowledgeEntry entry) {
    return Source.knowledge(entry.id(), entry.question() + " " + entry.answer());
  }

  /// The tools of a call. No search: what it would find is among the sources already, and a second
  /// question to the model would take longer than a caller waits.
  private List<String> offered() {
    return ModelTools.of(tools.flows()).names().stream()
        .filter(name -> !name.equals(Toolbox.SEARCH))
        .toList();
  }

  /// The next sentence of the answer that is waited for.
  void said(Scene scene, Sentence sentence) {
    scene.model = scene.model.saying();
    scene.sayOfModel(sentence);
    scene.pause();
  }

  /// The answer that is waited for has ended. What was taken of the turn comes back when Parley has
  /// to answer it itself.
  Optional<Reading> ended(Scene scene, Answer answer) {
    ModelMemory.Pending pending = scene.model.pending().orElseThrow();
    scene.model = scene.model.settled();
    switch (answer) {
      case Answer.Answered(var sentences, var citations) -> {
        scene.tally = scene.tally.answered();
        citations.forEach(entry -> scene.memory = scene.memory.answering(entry));
        scene.ask(new Question.Open());
      }
      case Answer.ToolWanted(var tool, var arguments, var said) -> propose(scene, tool.purpose());
      case Answer.Failed failed -> {
        if (!pending.said()) {
          return Optional.of(pending.reading());
        }
        scene.ask(new Question.Open());
      }
    }
    return Optional.empty();
  }

  private void propose(Scene scene, Purpose purpose) {
    scene.tally = scene.tally.understood();
    switch (purpose) {
      case Purpose.StartFlow(String id) -> offer(scene, id);
      case Purpose.HandOver _ -> confirm(scene, Prompt.CONFIRM_PERSON, Command.PERSON);
      case Purpose.PromiseCallback _ -> callback.asked(scene, scene.memory.asked());
      case Purpose.End _ -> confirm(scene, Prompt.CONFIRM_GOODBYE, Command.GOODBYE);
      case Purpose.SearchKnowledge _ -> scene.ask(new Question.Open());
    }
  }

  private void offer(Scene scene, String id) {
    Optional<Flow> flow = tools.flows().find(id).filter(ModelTools::offers);
    if (flow.isEmpty()) {
      confirm(scene, Prompt.CONFIRM_PERSON, Command.PERSON);
    } else {
      scene.sayText(flow.get().offer().in(tools.language()));
      scene.ask(new Question.OfferFlow(id));
    }
  }

  private static void confirm(Scene scene, Prompt question, Command command) {
    scene.say(question);
    scene.ask(new Question.ConfirmCommand(command));
  }

  /// The caller speaks, keys or interrupts: an answer in the making is not waited for.
  static void leave(Scene scene) {
    scene.model.pending().ifPresent(answer -> scene.leaveModel(answer.id()));
    scene.model = scene.model.settled();
  }

  /// Keeps what was said in this step, for the questions to come.
  void remember(Scene scene) {
    if (!tools.settings().languageModel()) {
      return;
    }
    if (!scene.heard.isEmpty() && !scene.secret()) {
      scene.model = scene.model.with(new Turn(Turn.Who.CUSTOMER, scene.heard));
    }
    if (!scene.said().isEmpty()) {
      scene.model = scene.model.with(new Turn(Turn.Who.PARLEY, scene.said()));
    }
  }
}
