package parley.server.eval.scenarios;

import java.util.List;
import java.util.Optional;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.quality.Channel;
import parley.server.eval.scenarios.Scenario.Turn;

/// Tells which scenarios no caller can play: what happens in them cannot be done with a telephone,
/// or what is expected cannot be seen in a call's log.
///
/// @param ownNumbers whether the caller can choose a number to call from
record Speakable(boolean ownNumbers) {

  /// Why it cannot be played by voice, one sentence; empty when it can.
  Optional<String> obstacle(Scenario scenario) {
    Optional<String> start = startObstacle(scenario);
    if (start.isPresent()) {
      return start;
    }
    int silences = 0;
    Optional<Turn> waiting = waiting(scenario.turns());
    if (waiting.isPresent()) {
      return Optional.of(
          "line "
              + waiting.get().line()
              + ": a service is still asked in the turn after it; in a call it has answered by"
              + " then");
    }
    for (Turn turn : scenario.turns()) {
      silences = turn.deed() instanceof Deed.Silent ? silences + 1 : 0;
      Optional<String> here = turnObstacle(turn, silences);
      if (here.isPresent()) {
        return here.map(reason -> "line " + turn.line() + ": " + reason);
      }
    }
    return Optional.empty();
  }

  /// A turn that asks a service and is followed by others before that has answered.
  private static Optional<Turn> waiting(List<Turn> turns) {
    return turns.stream()
        .limit(Math.max(0, turns.size() - 1))
        .filter(turn -> turn.expected().list("actions").contains("ask-service"))
        .filter(turn -> turn.services().isEmpty())
        .findFirst();
  }

  private Optional<String> startObstacle(Scenario scenario) {
    if (scenario.start().channel() != Channel.VOICE) {
      return Optional.of("it is written, not spoken");
    }
    if (!scenario.start().entryFlow().isEmpty()) {
      return Optional.of("it starts in a flow that only a dialplan can choose");
    }
    if (!scenario.start().queue().isEmpty()) {
      return Optional.of("it starts with a queue that only a dialplan can choose");
    }
    PhoneNumber caller = scenario.start().caller();
    boolean asks =
        scenario.turns().stream().anyMatch(turn -> turn.expected().texts().containsKey("number"));
    if (!ownNumbers && (asks || !caller.equals(ScenarioFiles.USUAL))) {
      return Optional.of("the test phone logs in at this Asterisk and has the login's number");
    }
    return caller.value().matches("(\\+?[0-9]+)?")
        ? Optional.empty()
        : Optional.of("no telephone calls from such a number");
  }

  private static Optional<String> turnObstacle(Turn turn, int silences) {
    if (!turn.services().isEmpty()) {
      return Optional.of("the scenario answers in a service's place");
    }
    if (!turn.expected().sent().isEmpty()) {
      return Optional.of("a call's log does not hold what a service was sent");
    }
    return switch (turn.deed()) {
      case Deed.Mumbles _ -> Optional.of("a voice cannot be made as unclear as `mumbles` means");
      case Deed.Noise _ -> Optional.of("a noise has no sound here; use `plays` with a recording");
      case Deed.HandOverEnds _ -> Optional.of("agents decide how a hand-over ends");
      case Deed.HearsPrompt _ -> Optional.of("every caller hears the prompt out");
      case Deed.Silent(int times) when times != silences ->
          Optional.of("by then nobody has been silent " + times + " times");
      case Deed.Says _, Deed.Plays _, Deed.Presses _, Deed.Silent _ -> Optional.empty();
    };
  }
}
