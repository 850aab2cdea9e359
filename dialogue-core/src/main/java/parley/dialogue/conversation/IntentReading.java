package parley.dialogue.conversation;

import java.util.Optional;
import parley.dialogue.flows.Flow;
import parley.dialogue.intents.Intent;
import parley.dialogue.intents.Intents;
import parley.dialogue.understanding.Command;
import parley.dialogue.words.Words;

/// What a turn wants by its intent, where neither a command nor the knowledge was sure. Pure.
final class IntentReading {

  /** From here on it is done; below, only noted for the rules. */
  private static final double SURE = 0.6;

  private final Tools tools;

  IntentReading(Tools tools) {
    this.tools = tools;
  }

  /// The reading as it is, or the flow or command that the words want.
  Reading of(Words words, Reading reading) {
    boolean open = reading instanceof Reading.Maybe || reading instanceof Reading.NotUnderstood;
    return open
        ? tools
            .understanding()
            .intent(words)
            .filter(found -> found.confidence() >= SURE)
            .flatMap(this::done)
            .orElse(reading)
        : reading;
  }

  private Optional<Reading> done(Intents.Found found) {
    Intent intent = found.intent();
    return switch (intent.kind()) {
      case FLOW ->
          tools
              .flows()
              .find(intent.target())
              .filter(tools.flows()::runnable)
              .map(Flow::id)
              .map(Reading.FlowAsked::new);
      case COMMAND ->
          Command.of(intent.target()).map(command -> new Reading.Steered(command, Words.NONE));
      case NOTED -> Optional.empty();
    };
  }
}
