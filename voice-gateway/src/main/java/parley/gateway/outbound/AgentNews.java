package parley.gateway.outbound;

import parley.callback.plan.AttemptOutcome;
import parley.dialogue.call.Spoken;

/// What an agent hears who waited for a customer that does not come. English, as the whispers.
/// Pure.
final class AgentNews {

  private AgentNews() {}

  static Spoken of(AttemptOutcome outcome) {
    return switch (outcome) {
      case BUSY -> new Spoken("The line is busy. We try again later.");
      case NO_ANSWER -> new Spoken("Nobody answers. We try again later.");
      case MESSAGE_LEFT, MACHINE -> new Spoken("A machine has answered.");
      case NUMBER_REFUSED -> new Spoken("That number cannot be called.");
      case CONGESTION -> new Spoken("There is no line free. We try again later.");
      case OTHER_PERSON, BROKEN_OFF, NOT_DIALLED ->
          new Spoken("The call has failed. We try again later.");
      case KEPT, NO_AGENT, NO_TAKER -> Spoken.NOTHING;
    };
  }
}
