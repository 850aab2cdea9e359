package parley.server.eval.retrieval;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import parley.dialogue.DialogueParts;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.Conversation;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.ConversationState;
import parley.dialogue.documents.Passage;
import parley.dialogue.knowledge.KnownEntries;
import parley.server.measure.Machine;
import parley.server.measure.Timings;

/// Says every question as the first turn of a conversation of its own, clearly heard.
final class AnswersEval {
  private static final Confidence HEARD = new Confidence(0.9);

  /** The same day in every run: a flow may ask for one. */
  private static final ZonedDateTime ASKED = ZonedDateTime.parse("2026-03-02T09:00Z");

  private static final int WARM_UP = 50;

  private final DialogueParts parts;
  private final Conversation conversation;
  private final ConversationState greeted;
  private final Timings took = new Timings();

  private AnswersEval(DialogueParts parts, String language) {
    this.parts = parts;
    this.conversation = parts.language(language).conversation();
    this.greeted =
        conversation
            .step(
                ConversationState.NEW,
                new ConversationEvent.Started(PhoneNumber.UNKNOWN, language, "", "", ASKED))
            .state();
  }

  /// @param others what no entry is about
  static AnswersReport measure(
      DialogueParts parts, String language, List<Asked> questions, List<String> others) {
    Machine machine = Machine.here();
    AnswersEval eval = new AnswersEval(parts, language);
    questions.stream().limit(WARM_UP).forEach(asked -> eval.understood(asked.question()));
    eval.took.clear();
    Map<Taken, Integer> ofQuestions = new EnumMap<>(Taken.class);
    questions.forEach(
        asked -> ofQuestions.merge(eval.taken(asked.question(), asked.id()), 1, Integer::sum));
    Map<Taken, Integer> ofOthers = new EnumMap<>(Taken.class);
    List<String> falseAnswers = new ArrayList<>();
    for (String other : others) {
      Taken taken = eval.taken(other, "");
      ofOthers.merge(taken, 1, Integer::sum);
      if (taken == Taken.ANSWERED_WRONG) {
        falseAnswers.add(other + " -> " + eval.understood(other));
      }
    }
    return new AnswersReport(
        questions.size(),
        Taken.shares(ofQuestions),
        others.size(),
        Taken.shares(ofOthers),
        falseAnswers,
        eval.took,
        machine);
  }

  /// The passage that was found counts, not which sentences of it.
  private static String withoutSentences(String understood) {
    boolean maybe = understood.endsWith("?");
    String id = maybe ? understood.substring(0, understood.length() - 1) : understood;
    return Passage.idOf(id) + (maybe ? "?" : "");
  }

  private Taken taken(String words, String wanted) {
    String understood = understood(words);
    return Taken.of(understood, wanted, known(parts).find(understood).isPresent());
  }

  /// Entries, and passages of documents.
  static KnownEntries known(DialogueParts parts) {
    return id -> parts.knowledge().find(id).or(() -> parts.documents().find(id));
  }

  private String understood(String words) {
    took.begin();
    var step =
        conversation.step(greeted, new ConversationEvent.CallerSaid(new Spoken(words), HEARD));
    took.end();
    return step.actions().stream()
        .filter(ConversationAction.Note.class::isInstance)
        .map(action -> ((ConversationAction.Note) action).understoodAs())
        .findFirst()
        .map(AnswersEval::withoutSentences)
        .orElse("not-understood");
  }
}
