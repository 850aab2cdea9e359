package parley.server.eval.scenarios;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.ConversationState;
import parley.dialogue.conversation.Conversations;
import parley.dialogue.conversation.Step;
import parley.dialogue.services.ServiceResult;
import parley.server.eval.scenarios.Scenario.Turn;

/// Plays one scenario in words: no audio, no clock. Thread: one.
final class ScenarioRun {

  /// @param faults with the line of their turn; none when it passed
  record Result(Scenario scenario, List<String> faults, double ms) {
    Result {
      faults = List.copyOf(faults);
    }

    boolean passed() {
      return faults.isEmpty();
    }
  }

  private final Conversations conversations;
  private ConversationState state = ConversationState.NEW;

  private ScenarioRun(Conversations conversations) {
    this.conversations = conversations;
  }

  static Result play(Scenario scenario, Conversations conversations) {
    long began = System.nanoTime();
    ScenarioRun run = new ScenarioRun(conversations);
    List<String> faults = new ArrayList<>();
    var _ = run.step(scenario.start());
    for (Turn turn : scenario.turns()) {
      Played played = run.turn(turn);
      played
          .faults(turn.expected())
          .forEach(fault ->
              faults.add(
                  scenario.file() + ":" + turn.line() + " (" + turn.shown() + "): " + fault));
    }
    return new Result(scenario, faults, (System.nanoTime() - began) / 1e6);
  }

  private Step step(ConversationEvent event) {
    Step step = conversations.step(state, event);
    state = step.state();
    return step;
  }

  private Played turn(Turn turn) {
    Played played = new Played();
    Deque<ServiceResult> answers = new ArrayDeque<>(turn.services());
    Deque<ConversationEvent> events = new ArrayDeque<>(turn.events());
    while (!events.isEmpty()) {
      long asked = System.nanoTime();
      Step step = step(events.removeFirst());
      played.took(System.nanoTime() - asked);
      played.add(step.actions());
      for (ConversationAction action : step.actions()) {
        if (action instanceof ConversationAction.CallService call && !answers.isEmpty()) {
          events.addFirst(new ConversationEvent.ServiceAnswered(call.id(), answers.removeFirst()));
        }
      }
    }
    return played;
  }
}
