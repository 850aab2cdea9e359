package parley.mail.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction.PromiseCallback;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.ConversationState;
import parley.dialogue.conversation.Conversations;
import parley.dialogue.llm.Answerer;
import parley.dialogue.llm.Inquiry;
import parley.dialogue.memory.Earlier;
import parley.dialogue.memory.Relevance;
import parley.dialogue.memory.SenderMemory;
import parley.dialogue.quality.Channel;
import parley.dialogue.quality.Draft;
import parley.dialogue.quality.QualityCheck;
import parley.dialogue.quality.QualityResult;
import parley.dialogue.quality.Source;
import parley.dialogue.quality.Source.Origin;
import parley.dialogue.words.Words;

/// Answers mails with the conversation that calls have. A thread's earlier mails are told to it
/// again, for a conversation follows from what was said and from nothing else. A mail of several
/// sentences is told sentence by sentence, since each may be a question of its own. What the
/// conversation is not sure about, a language model is asked, where the conversation has one.
///
/// An address in From proves nothing: where the conversation would ask a service about the
/// customer, a person has to take over, and no model is asked. Immutable; any thread; waits for the
/// model.
public final class DialogueAnswers implements MailAnswers {

  private static final int MOST_TOKENS_OF_BEFORE = 300;
  private static final Set<String> ASKS_NOTHING = Set.of("thanks", "goodbye", "backchannel");

  private final Conversations conversations;
  private final QualityCheck quality;
  private final ModelAnswers model;
  private final String language;
  private final Clock clock;
  private final SenderMemory memory;
  private final Relevance relevance;

  /// @param model asked only where the conversations were made for one
  /// @param longest that its answer may take
  /// @param language the site's
  /// @param clock in the site's zone
  /// @param memory what is known of the sender's earlier conversations
  /// @param relevance of these to a mail
  public DialogueAnswers(
      Conversations conversations,
      QualityCheck quality,
      Answerer model,
      Duration longest,
      String language,
      Clock clock,
      SenderMemory memory,
      Relevance relevance) {
    this.relevance = relevance;
    this.memory = memory;
    this.conversations = conversations;
    this.quality = quality;
    this.model = new ModelAnswers(model, longest);
    this.language = language;
    this.clock = clock;
  }

  @Override
  public MailAnswer answer(Question question, Consumer<ModelAsked> asked) {
    Earlier known = memory.of(question.sender(), question.thread());
    MailAnswer answer = answer(new Course(conversations, () -> started(known)), question, asked);
    return answer instanceof MailAnswer.ForPerson person
        ? person.after(
            new Spoken(known.text(Words.of(question.words()), relevance, MOST_TOKENS_OF_BEFORE)))
        : answer;
  }

  private MailAnswer answer(Course course, Question question, Consumer<ModelAsked> asked) {
    String words = question.words();
    List<String> earlier = question.earlier();
    for (String mail : earlier) {
      Sentences.of(mail).forEach(sentence -> course.hear(sentence));
    }
    Told told = told(course, words);
    MailAnswer own = judged(told, words);
    List<Inquiry> unsure = told.unsure();
    return isSure(own, told) || unsure.isEmpty()
        ? own
        : model.answer(earlier, words, unsure, asked).orElse(own);
  }

  /// A mail as the conversation heard it.
  private record Told(List<Heard> heard, String language) {
    List<Inquiry> unsure() {
      return heard.stream().flatMap(one -> one.unsure().stream()).toList();
    }

    Optional<MailAnswer.ForPerson> person() {
      return heard.stream().flatMap(one -> one.person().stream()).findFirst();
    }
  }

  private static Told told(Course course, String words) {
    List<String> sentences = Sentences.of(words);
    if (sentences.size() >= 2) {
      Course bySentence = course.copy();
      List<Heard> heard = new ArrayList<>();
      for (String sentence : sentences) {
        Heard one = bySentence.hear(sentence);
        if (one.person().isPresent() && one.understoodAs().equals(MailAnswer.NOT_UNDERSTOOD)) {
          // Three sentences of a story are not a caller who was misunderstood three times.
          bySentence = course.copy();
          one = bySentence.hear(sentence);
        }
        heard.add(one);
        if (one.person().isPresent()) {
          break;
        }
      }
      if (heard.stream().anyMatch(one -> one.person().isPresent() || one.isAnswered())) {
        return new Told(heard, bySentence.language());
      }
    }
    Heard all = course.hear(words.strip());
    return new Told(List.of(all), course.language());
  }

  /// Where a person is wanted or needed, no model may answer instead.
  private static boolean isSure(MailAnswer own, Told told) {
    return switch (own) {
      case MailAnswer.ForPerson _ -> told.person().isPresent();
      case MailAnswer.Replied _ -> told.heard().stream().noneMatch(Heard::isOpenQuestion);
      case MailAnswer.NothingAsked _ -> true;
    };
  }

  private MailAnswer judged(Told told, String words) {
    List<Heard> heard = told.heard();
    String spoken = told.language();
    String understood =
        heard.stream()
            .filter(Heard::isAnswered)
            .findFirst()
            .or(() -> heard.stream().findFirst())
            .map(Heard::understoodAs)
            .orElse("");
    Optional<MailAnswer.ForPerson> person = told.person();
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
      String fault = refused.reasons().getFirst().fault().name().toLowerCase(Locale.ROOT);
      return forPerson("quality-" + fault, spoken, understood);
    }
    List<String> citations = answers.values().stream().flatMap(List::stream).distinct().toList();
    return new MailAnswer.Replied(new Spoken(text), citations, callbacks, spoken, understood);
  }

  /// What one sentence leaves open for a call the next one may tell: only the last question counts,
  /// and none once the call is promised.
  private static List<Heard> answering(List<Heard> heard) {
    boolean promised = heard.stream().anyMatch(one -> !one.callbacks().isEmpty());
    int last =
        IntStream.range(0, heard.size()).filter(at -> heard.get(at).asksForCall()).max().orElse(-1);
    return IntStream.range(0, heard.size())
        .filter(at -> !heard.get(at).asksForCall() || (!promised && at == last))
        .mapToObj(heard::get)
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

  private ConversationState started(Earlier known) {
    ConversationEvent.Started start =
        new ConversationEvent.Started(
            PhoneNumber.UNKNOWN,
            language,
            "",
            "",
            ZonedDateTime.now(clock),
            Channel.EMAIL,
            Set.of(),
            known);
    return conversations.step(ConversationState.NEW, start).state();
  }
}
