package parley.server.eval.scenarios;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import parley.dialogue.DialogueParts;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Key;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.ConversationState;
import parley.dialogue.conversation.Conversations;
import parley.dialogue.conversation.Step;
import parley.dialogue.services.ServiceResult;
import parley.server.eval.scenarios.Scenario.Turn;
import parley.server.eval.scenarios.ScenariosEvalCommand.Services;
import parley.server.eval.speech.RecordingEar;

/// Plays scenarios in words: no audio but that of recordings, no clock. Thread: one.
final class WordsPlayer implements Player {
  private static final Confidence CLEAR = new Confidence(0.9);
  private static final Confidence UNCLEAR = new Confidence(0.2);

  private final Function<Services, DialogueParts> parts;
  private final RecordingEar ear;
  private final Map<Services, DialogueParts> loaded = new EnumMap<>(Services.class);

  /// @param parts asked at most once for each
  /// @param ear what recordings are heard with
  WordsPlayer(Function<Services, DialogueParts> parts, RecordingEar ear) {
    this.parts = parts;
    this.ear = ear;
  }

  @Override
  public Result play(Scenario scenario) throws InterruptedException {
    return play(scenario, scenario.services() ? Services.SET : Services.NOT_SET);
  }

  /// Plays it where other services are set than it says.
  Result play(Scenario scenario, Services services) throws InterruptedException {
    Course course = new Course(loaded.computeIfAbsent(services, parts).conversations());
    long began = System.nanoTime();
    List<String> faults = new ArrayList<>();
    var _ = course.step(scenario.start());
    for (Turn turn : scenario.turns()) {
      course
          .turn(turn, events(turn.deed()))
          .faults(turn.expected())
          .forEach(fault -> faults.add(scenario.place(turn) + ": " + fault));
    }
    double ms = (System.nanoTime() - began) / 1e6;
    return new Result(scenario, Result.Verdict.of(faults, List.of()), ms);
  }

  /// Keys are one event each.
  private List<ConversationEvent> events(Deed deed) throws InterruptedException {
    return switch (deed) {
      case Deed.Says(String text) -> List.of(said(text, CLEAR));
      case Deed.Plays(var file) -> List.of(said(String.join(" ", ear.hear(file)), CLEAR));
      case Deed.Mumbles(String text) -> List.of(said(text, UNCLEAR));
      case Deed.Noise() -> List.of(said("", new Confidence(0)));
      case Deed.Presses(String keys) ->
          keys.chars()
              .<ConversationEvent>mapToObj(
                  key -> new ConversationEvent.CallerPressed(new Key((char) key)))
              .toList();
      case Deed.Silent(int times) -> List.of(new ConversationEvent.CallerSilent(times));
      case Deed.HandOverEnds(var result) -> List.of(new ConversationEvent.HandOverEnded(result));
      case Deed.HearsPrompt() -> List.of(new ConversationEvent.PromptHeard());
    };
  }

  private static ConversationEvent said(String words, Confidence confidence) {
    return new ConversationEvent.CallerSaid(new Spoken(words), confidence);
  }

  /// One conversation on its way.
  private static final class Course {
    private final Conversations conversations;
    private ConversationState state = ConversationState.NEW;

    Course(Conversations conversations) {
      this.conversations = conversations;
    }

    Step step(ConversationEvent event) {
      Step step = conversations.step(state, event);
      state = step.state();
      return step;
    }

    Played turn(Turn turn, List<ConversationEvent> happens) {
      TurnInWords done = new TurnInWords();
      Deque<ServiceResult> answers = new ArrayDeque<>(turn.services());
      Deque<ConversationEvent> events = new ArrayDeque<>(happens);
      while (!events.isEmpty()) {
        long asked = System.nanoTime();
        Step step = step(events.removeFirst());
        done.took(System.nanoTime() - asked);
        done.add(step.actions());
        for (ConversationAction action : step.actions()) {
          if (action instanceof ConversationAction.CallService call && !answers.isEmpty()) {
            events.addFirst(
                new ConversationEvent.ServiceAnswered(call.id(), answers.removeFirst()));
          }
        }
      }
      return done.played();
    }
  }
}
