package parley.mail.answer;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationAction.PromiseCallback;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.ConversationState;
import parley.dialogue.conversation.Conversations;
import parley.dialogue.conversation.Step;
import parley.dialogue.quality.Channel;
import parley.dialogue.quality.Draft;
import parley.dialogue.quality.QualityCheck;
import parley.dialogue.quality.QualityResult;
import parley.dialogue.quality.Source;
import parley.dialogue.quality.Source.Origin;

/// Answers mails with the conversation that calls have. A thread's earlier mails are told to it
/// again, for a conversation follows from what was said and from nothing else. A mail of several
/// sentences is told sentence by sentence, since each may be a question of its own.
///
/// An address in From proves nothing: where the conversation would ask a service about the
/// customer, a person has to take over. Immutable; any thread.
public final class DialogueAnswers implements MailAnswers {

  private static final Confidence WRITTEN = new Confidence(1);
  private static final Set<String> ASKS_NOTHING = Set.of("thanks", "goodbye", "backchannel");

  private final Conversations conversations;
  private final QualityCheck quality;
  private final String language;
  private final Clock clock;

  /// @param language the site's
  /// @param clock in the site's zone
  public DialogueAnswers(
      Conversations conversations, QualityCheck quality, String language, Clock clock) {
    this.conversations = conversations;
    this.quality = quality;
    this.language = language;
    this.clock = clock;
  }

  @Override
  public MailAnswer answer(List<String> earlier, String words) {
    Course course = new Course(started());
    for (String mail : earlier) {
      Sentences.of(mail).forEach(sentence -> course.hear(sentence));
    }
    List<String> sentences = Sentences.of(words);
    if (sentences.size() < 2) {
      return judged(List.of(course.hear(words.strip())), course, words);
    }
    Course bySentence = course.copy();
    List<Heard> heard = new ArrayList<>();
    for (String sentence : sentences) {
      heard.add(bySentence.hear(sentence));
      if (heard.getLast().person().isPresent()) {
        break;
      }
    }
    if (heard.stream().anyMatch(one -> one.person().isPresent() || one.isAnswered())) {
      return judged(heard, bySentence, words);
    }
    return judged(List.of(course.hear(words.strip())), course, words);
  }

  private MailAnswer judged(List<Heard> heard, Course course, String words) {
    String spoken = course.state.line().language();
    String understood =
        heard.stream()
            .filter(Heard::isAnswered)
            .findFirst()
            .or(() -> heard.stream().findFirst())
            .map(Heard::understoodAs)
            .orElse("");
    Optional<MailAnswer.ForPerson> person =
        heard.stream().flatMap(one -> one.person().stream()).findFirst();
    if (person.isPresent()) {
      MailAnswer.ForPerson found = person.get();
      return new MailAnswer.ForPerson(found.reason(), found.priority(), spoken, understood);
    }
    List<PromiseCallback> callbacks =
        heard.stream().flatMap(one -> one.callbacks().stream()).toList();
    Map<String, List<String>> answers = new LinkedHashMap<>();
    answering(heard).forEach(one -> answers.putAll(one.answers()));
    if (answers.isEmpty()) {
      return heard.stream().allMatch(one -> ASKS_NOTHING.contains(one.understoodAs()))
          ? new MailAnswer.NothingAsked(spoken, understood)
          : forPerson(
              understood.isEmpty() ? MailAnswer.NOT_UNDERSTOOD : understood, spoken, understood);
    }
    String text = String.join("\n\n", answers.keySet());
    if (quality.check(draft(text, words, spoken)) instanceof QualityResult.Refused refused) {
      return forPerson(
          "quality-"
              + refused.reasons().getFirst().fault().name().toLowerCase(java.util.Locale.ROOT),
          spoken,
          understood);
    }
    List<String> citations = answers.values().stream().flatMap(List::stream).distinct().toList();
    return new MailAnswer.Replied(new Spoken(text), citations, callbacks, spoken, understood);
  }

  /// What one sentence leaves open for a call the next one may tell: only the last question counts,
  /// and none once the call is promised.
  private static List<Heard> answering(List<Heard> heard) {
    List<Heard> asking = heard.stream().filter(Heard::asksForCall).toList();
    boolean promised = heard.stream().anyMatch(one -> !one.callbacks().isEmpty());
    return heard.stream()
        .filter(one -> !one.asksForCall() || (!promised && one.equals(asking.getLast())))
        .toList();
  }

  private static MailAnswer forPerson(String reason, String spoken, String understood) {
    return new MailAnswer.ForPerson(reason, Priority.MEDIUM, spoken, understood);
  }

  /// What is answered from is the company's own text, word for word.
  private static Draft draft(String text, String words, String spoken) {
    return new Draft(
        text,
        Channel.EMAIL,
        List.of(new Source(Origin.KNOWLEDGE, text), new Source(Origin.CUSTOMER, words)),
        spoken);
  }

  /// What one sentence led to.
  ///
  /// @param answers the words of each answer, with what they rest on
  /// @param callbacks promises that it led to
  /// @param asksForCall whether the answer asks for what is missing for one
  private record Heard(
      String understoodAs,
      Map<String, List<String>> answers,
      List<PromiseCallback> callbacks,
      boolean asksForCall,
      Optional<MailAnswer.ForPerson> person) {

    boolean isAnswered() {
      return !answers.isEmpty();
    }
  }

  private ConversationState started() {
    ConversationEvent.Started start =
        new ConversationEvent.Started(
            PhoneNumber.UNKNOWN,
            language,
            "",
            "",
            ZonedDateTime.now(clock),
            Channel.EMAIL,
            Set.of());
    return conversations.step(ConversationState.NEW, start).state();
  }

  /// One conversation on its way. Thread: one.
  private final class Course {
    private ConversationState state;

    Course(ConversationState state) {
      this.state = state;
    }

    Course copy() {
      return new Course(state);
    }

    Heard hear(String words) {
      if (!state.open()) {
        // A person has the thread, or it is over: what is written now is a new matter.
        state = started();
      }
      Step step =
          conversations.step(state, new ConversationEvent.CallerSaid(new Spoken(words), WRITTEN));
      state = step.state();
      return heard(step.actions());
    }

    private Heard heard(List<ConversationAction> actions) {
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
          .forEach(
              say -> answers.merge(say.words().text(), say.citations(), DialogueAnswers::both));
      return new Heard(
          understood,
          joined(answers),
          callbacks,
          ofCall && callbacks.isEmpty(),
          person(actions, understood));
    }

    /// The sentences of one answer are one text.
    private Map<String, List<String>> joined(Map<String, List<String>> says) {
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
            return person("identity-needed", Priority.MEDIUM, understood);
          }
          case ConversationAction.AskModel _ -> {
            return person(MailAnswer.NOT_UNDERSTOOD, Priority.MEDIUM, understood);
          }
          case PromiseCallback _,
              ConversationAction.CancelCallback _,
              ConversationAction.MoveCallback _,
              ConversationAction.Say _,
              ConversationAction.Listen _,
              ConversationAction.Wait _,
              ConversationAction.LeaveModel _,
              ConversationAction.Note _,
              ConversationAction.ChangeLanguage _,
              ConversationAction.Pace _,
              ConversationAction.End _ -> {}
        }
      }
      return understood.startsWith("flow-")
          ? person("identity-needed", Priority.MEDIUM, understood)
          : Optional.empty();
    }

    private Optional<MailAnswer.ForPerson> person(
        String reason, Priority priority, String understood) {
      return Optional.of(
          new MailAnswer.ForPerson(reason, priority, state.line().language(), understood));
    }
  }

  private static <T extends ConversationAction> Stream<T> of(
      List<ConversationAction> actions, Class<T> type) {
    return actions.stream().filter(type::isInstance).map(type::cast);
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().collect(Collectors.toList());
  }
}
