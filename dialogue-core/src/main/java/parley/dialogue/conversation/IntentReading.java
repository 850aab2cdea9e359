package parley.dialogue.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.dialogue.callback.CallRequest;
import parley.dialogue.flows.Flow;
import parley.dialogue.intents.Intent;
import parley.dialogue.intents.Intents;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.understanding.Command;
import parley.dialogue.understanding.Understanding;
import parley.dialogue.words.Words;

/// What a turn wants by its intent, where neither a command nor the knowledge was sure. Pure.
final class IntentReading {

  /** From here on it is done; below, only noted for the rules. */
  private static final double SURE = 0.6;

  /** The same where an entry is likely: the entries' wordings were learned as no intent. */
  private static final double SURER = 0.8;

  /** Before what somebody wants; a vector hardly tells the two apart. */
  private static final List<Words> NOT_WANTED =
      Stream.of("do not want", "don't want", "do not need", "don't need", "no need", "rather not")
          .map(Words::of)
          .toList();

  private final Tools tools;

  IntentReading(Tools tools) {
    this.tools = tools;
  }

  /// The reading as it is, or the flow or command that the words want. What the words want and
  /// cannot be done is no reason to answer something else: then that is asked back first.
  Reading of(Heard heard, Reading reading) {
    double least = least(reading);
    Optional<Intents.Found> found =
        least > 1
            ? Optional.empty()
            : heard
                .intent()
                .get()
                .filter(intent -> intent.confidence() >= least)
                .filter(intent -> wanted(intent.intent(), heard.words()));
    if (found.isEmpty()) {
      return reading;
    }
    Intent intent = found.get().intent();
    return done(intent).orElseGet(() -> instead(intent, reading));
  }

  /// "I do not want to talk to a machine" wants a person; a flow that is not wanted is not wanted.
  private static boolean wanted(Intent intent, Words words) {
    if (intent.target().equals(Command.CALLBACK.key()) && CallRequest.unwanted(words.text())) {
      return false;
    }
    return intent.kind() != Intent.Kind.FLOW
        || NOT_WANTED.stream().allMatch(phrase -> words.find(phrase) < 0);
  }

  private static Reading instead(Intent intent, Reading reading) {
    return reading instanceof Reading.Known(Candidate match)
            && intent.kind() == Intent.Kind.FLOW
            && !intent.knowledge().contains(match.entry().id())
        ? new Reading.Maybe(List.of(match))
        : reading;
  }

  /// How sure an intent must be to take the reading's place; over 1: no intent may.
  private static double least(Reading reading) {
    return switch (reading) {
      case Reading.Maybe _, Reading.NotUnderstood _ -> SURE;
      case Reading.Known(Candidate match) when match.confidence().value() < Understanding.WORDING ->
          SURER;
      case Reading.Known _,
          Reading.Yes _,
          Reading.No _,
          Reading.Chosen _,
          Reading.NumberTold _,
          Reading.OfCallback _,
          Reading.SlotTold _,
          Reading.FlowAsked _,
          Reading.Lacking _,
          Reading.Steered _,
          Reading.Doubtful _,
          Reading.Backchannel _ ->
          2;
    };
  }

  private Optional<Reading> done(Intent intent) {
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
