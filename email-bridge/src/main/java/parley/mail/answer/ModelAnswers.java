package parley.mail.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.llm.Answer;
import parley.dialogue.llm.AnswerListener;
import parley.dialogue.llm.Answerer;
import parley.dialogue.llm.Inquiry;
import parley.dialogue.llm.Purpose;
import parley.dialogue.llm.Sentence;
import parley.dialogue.llm.Turn;
import parley.dialogue.llm.chat.FailureReason;
import parley.dialogue.quality.Source;

/// Has a language model answer a mail that the conversation is not sure about. A mail is one text:
/// what a model has said before it fails is thrown away, and an answer that rests on no source is
/// no answer. What the model proposes to do is for a person, who knows whom they deal with.
///
/// Thread: any; waits for the whole answer, and interrupting gives it up.
final class ModelAnswers {

  private static final Logger log = LoggerFactory.getLogger(ModelAnswers.class);
  private static final String UNDERSTOOD_AS = "language-model";

  private final Answerer model;
  private final Duration longest;

  /// @param longest after which an answer is given up that the model itself has not
  ModelAnswers(Answerer model, Duration longest) {
    this.model = model;
    this.longest = longest;
  }

  /// Empty where there is no answer.
  ///
  /// @param unsure what the conversation would ask, sentence by sentence; at least one
  /// @param asked told what came of it
  Optional<MailAnswer> answer(
      List<String> earlier, String words, List<Inquiry> unsure, Consumer<ModelAsked> asked) {
    Inquiry inquiry = whole(earlier, words, unsure);
    long begun = System.nanoTime();
    Answer answer = ask(inquiry);
    ModelAsked ended = new ModelAsked(result(answer), Duration.ofNanos(System.nanoTime() - begun));
    log.info(
        "The language model's answer to a mail ended as {} after {} ms",
        ended.result(),
        ended.took().toMillis());
    asked.accept(ended);
    return switch (answer) {
      case Answer.Answered(var sentences, var citations) ->
          citations.isEmpty() || sentences.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new MailAnswer.Replied(
                      words(sentences), citations, List.of(), inquiry.language(), UNDERSTOOD_AS));
      case Answer.ToolWanted(var tool, _, _) -> proposed(tool.purpose(), inquiry.language());
      case Answer.Failed _ -> Optional.empty();
    };
  }

  /// One question of the whole mail, from everything that was found for its sentences.
  private static Inquiry whole(List<String> earlier, String words, List<Inquiry> unsure) {
    Inquiry first = unsure.getFirst();
    Set<Source> sources = new LinkedHashSet<>();
    unsure.forEach(one -> sources.addAll(one.sources()));
    List<Turn> turns = new ArrayList<>(earlier.stream().map(Turn::customer).toList());
    turns.add(Turn.customer(words));
    return new Inquiry(
        first.channel(),
        first.language(),
        List.copyOf(sources),
        turns,
        first.earlier(),
        first.tools());
  }

  private Answer ask(Inquiry inquiry) {
    CompletableFuture<Answer> ended = new CompletableFuture<>();
    Answerer.Asked asked = model.ask(inquiry, whenEnded(ended));
    try {
      return ended.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      asked.cancel();
      return new Answer.Failed(FailureReason.TIMED_OUT, "not finished", List.of());
    } catch (ExecutionException broken) {
      return new Answer.Failed(FailureReason.NONSENSE, "it broke", List.of());
    } catch (InterruptedException stopped) {
      asked.cancel();
      Thread.currentThread().interrupt();
      return new Answer.Failed(FailureReason.TIMED_OUT, "not waited for", List.of());
    }
  }

  private static AnswerListener whenEnded(CompletableFuture<Answer> ended) {
    return new AnswerListener() {
      @Override
      public void said(Sentence sentence) {
        // The whole answer has it again.
      }

      @Override
      public void ended(Answer answer) {
        boolean _ = ended.complete(answer);
      }
    };
  }

  private static Spoken words(List<Sentence> sentences) {
    return new Spoken(
        sentences.stream()
            .map(sentence -> sentence.words().text())
            .collect(Collectors.joining(" ")));
  }

  private static Optional<MailAnswer> proposed(Purpose purpose, String language) {
    return switch (purpose) {
      case Purpose.StartFlow _ -> person(MailAnswer.IDENTITY_NEEDED, language);
      case Purpose.HandOver _ -> person("person-proposed", language);
      case Purpose.PromiseCallback _ -> person("call-back-wanted", language);
      case Purpose.End _, Purpose.SearchKnowledge _ -> Optional.empty();
    };
  }

  private static Optional<MailAnswer> person(String reason, String language) {
    return Optional.of(new MailAnswer.ForPerson(reason, Priority.MEDIUM, language, UNDERSTOOD_AS));
  }

  private static String result(Answer answer) {
    return switch (answer) {
      case Answer.Answered(_, var citations) ->
          citations.isEmpty() ? "answered without a source" : "answered";
      case Answer.ToolWanted wanted -> "proposed " + wanted.tool().name();
      case Answer.Failed failed -> failed.reason() + ": " + failed.detail();
    };
  }
}
