package parley.server.eval.scenarios;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import parley.server.eval.scenarios.ScenariosEvalCommand.Services;

/// Plays scenarios in words as the running Parley would, to find those that it cannot pass however
/// well it hears: other services are set there, and it is another day. What does not even pass as
/// it is written is not held back: its failure is its own. Thread: any, one at a time.
final class Rehearsal {
  private final WordsPlayer words;
  private final Supplier<ZonedDateTime> now;

  /// @param now the time at the site
  Rehearsal(WordsPlayer words, Supplier<ZonedDateTime> now) {
    this.words = words;
    this.now = now;
  }

  /// Why a call cannot pass, one sentence; empty when it can.
  synchronized Optional<String> obstacle(Scenario scenario) throws InterruptedException {
    if (!words.play(scenario).passed()) {
      return Optional.empty();
    }
    if (!words.play(scenario, Services.AS_IN_SETTINGS).passed()) {
      return Optional.of(
          "it wants services "
              + (scenario.services() ? "that are not set here" : "not set that are set here"));
    }
    if (!words.play(scenario.at(now.get()), Services.AS_IN_SETTINGS).passed()) {
      return Optional.of("it holds only on the day that scenarios have, " + scenario.day());
    }
    return Optional.empty();
  }
}
