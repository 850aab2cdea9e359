package parley.mail.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationAction.PromiseCallback;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.ConversationState;
import parley.dialogue.conversation.Conversations;
import parley.dialogue.conversation.Step;
import parley.dialogue.llm.Answer;
import parley.dialogue.llm.Inquiry;
import parley.dialogue.llm.chat.FailureReason;

/// One conversation by mail on its way. Thread: one.
final class Course {

  private static final Confidence WRITTEN = new Confidence(1);

  /// The conversation then answers as it does without a model.
  private static final Answer NOT_NOW =
      new Answer.Failed(FailureReason.UNREACHABLE, "not asked for one sentence", List.of());

  private final Conversations conversations;
  private final Supplier<ConversationState> started;
  private ConversationState state;

  /// @param started a conversation that has just begun
  Course(Conversations conversations, Supplier<ConversationState> started) {
    this(conversations, started, started.get());
  }

  private Course(
      Conversations conversations, Supplier<ConversationState> started, ConversationState state) {
    this.conversations = conversations;
    this.started = started;
    this.state = state;
  }

  Course copy() {
    return new Course(conversations, started, state);
  }

  /// ISO 639-1.
  String language() {
    return state.line().language();
  }

  Heard hear(String words) {
    if (!state.open()) {
      // A person has the thread, or it is over: what is written now is a new matter.
      state = started.get();
    }
    List<ConversationAction> actions =
        new ArrayList<>(step(new ConversationEvent.CallerSaid(new Spoken(words), WRITTEN)));
    Optional<ConversationAction.AskModel> asked =
        of(actions, ConversationAction.AskModel.class).findFirst();
    asked.ifPresent(
        ask -> actions.addAll(step(new ConversationEvent.ModelEnded(ask.id(), NOT_NOW))));
    return heard(words, actions, asked.map(ConversationAction.AskModel::inquiry));
  }

  private List<ConversationAction> step(ConversationEvent event) {
    Step step = conversations.step(state, event);
    state = step.state();
    return step.actions();
  }

  private Heard heard(String words, List<ConversationAction> actions, Optional<Inquiry> unsure) {
    String understood =
        of(actions, ConversationAction.Note.class)
            .map(ConversationAction.Note::understoodAs)
            .findFirst()
            .orElse("");
    List<PromiseCallback> callbacks = of(actions, PromiseCallback.class).toList();
    boolean ofCall = !callbacks.isEmpty() || state.arrangesCall();
    Map<String, List<String>> answers = new LinkedHashMap<>();
    of(actions, ConversationAction.Say.class)
        .filter(say -> ofCall || !say.citations().isEmpty())
        .forEach(say -> answers.merge(say.words().text(), say.citations(), Course::both));
    return new Heard(
        words,
        understood,
        joined(answers),
        callbacks,
        ofCall && callbacks.isEmpty(),
        person(actions, understood),
        unsure);
  }

  /// The sentences of one answer are one text.
  private static Map<String, List<String>> joined(Map<String, List<String>> says) {
    if (says.isEmpty()) {
      return says;
    }
    return Map.of(
        String.join(" ", says.keySet()),
        says.values().stream().flatMap(List::stream).distinct().toList());
  }

  private Optional<MailAnswer.ForPerson> person(
      List<ConversationAction> actions, String understood) {
    for (ConversationAction action : actions) {
      switch (action) {
        case ConversationAction.HandOver(var request) -> {
          return person(request.reason(), request.priority(), understood);
        }
        // Without an hour a person has to find out when.
        case PromiseCallback promise when promise.window().isEmpty() -> {
          return person("call-back-wanted", Priority.MEDIUM, understood);
        }
        case ConversationAction.CallService _ -> {
          return person(MailAnswer.IDENTITY_NEEDED, Priority.MEDIUM, understood);
        }
        case PromiseCallback _,
            ConversationAction.CancelCallback _,
            ConversationAction.MoveCallback _,
            ConversationAction.NeverCall _,
            ConversationAction.Identified _,
            ConversationAction.Say _,
            ConversationAction.Listen _,
            ConversationAction.Wait _,
            ConversationAction.AskModel _,
            ConversationAction.LeaveModel _,
            ConversationAction.Note _,
            ConversationAction.ChangeLanguage _,
            ConversationAction.Pace _,
            ConversationAction.End _ -> {}
      }
    }
    return understood.startsWith("flow-")
        ? person(MailAnswer.IDENTITY_NEEDED, Priority.MEDIUM, understood)
        : Optional.empty();
  }

  private Optional<MailAnswer.ForPerson> person(
      String reason, Priority priority, String understood) {
    return Optional.of(new MailAnswer.ForPerson(reason, priority, language(), understood));
  }

  private static <T extends ConversationAction> Stream<T> of(
      List<ConversationAction> actions, Class<T> type) {
    return actions.stream().filter(type::isInstance).map(type::cast);
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().collect(Collectors.toList());
  }
}
