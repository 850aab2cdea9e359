package parley.gateway.outbound;

import parley.callback.plan.AttemptOutcome;
import parley.dialogue.conversation.Outcome;
import parley.gateway.call.CallResult;

/// What a call that was answered came to. Pure.
final class TalkOutcomes {

  private TalkOutcomes() {}

  static AttemptOutcome of(CallResult result) {
    return switch (result.callee()) {
      case MACHINE -> AttemptOutcome.MACHINE;
      case MACHINE_TOLD -> AttemptOutcome.MESSAGE_LEFT;
      case OTHER_PERSON -> AttemptOutcome.OTHER_PERSON;
      case CUSTOMER -> ofCustomer(result.outcome());
      case UNKNOWN -> ofUnknown(result.outcome());
    };
  }

  /// Who hangs up after they have said who they are has been talked with.
  private static AttemptOutcome ofCustomer(Outcome outcome) {
    return switch (outcome) {
      case COMPLETED, TRANSFERRED, CALLBACK_PROMISED, CALLER_HUNG_UP -> AttemptOutcome.KEPT;
      case UNANSWERED -> AttemptOutcome.NO_AGENT;
      case SILENT, OTHER_PERSON -> AttemptOutcome.OTHER_PERSON;
      case MESSAGE_LEFT -> AttemptOutcome.MESSAGE_LEFT;
      case REFUSED_BUSY, FAILED -> AttemptOutcome.BROKEN_OFF;
    };
  }

  /// A talk that came to its end is kept though nobody asked for a name; a call that was only
  /// picked up is not.
  private static AttemptOutcome ofUnknown(Outcome outcome) {
    return switch (outcome) {
      case COMPLETED, TRANSFERRED, CALLBACK_PROMISED -> AttemptOutcome.KEPT;
      case UNANSWERED -> AttemptOutcome.NO_AGENT;
      case CALLER_HUNG_UP, SILENT, OTHER_PERSON -> AttemptOutcome.OTHER_PERSON;
      case MESSAGE_LEFT -> AttemptOutcome.MESSAGE_LEFT;
      case REFUSED_BUSY, FAILED -> AttemptOutcome.BROKEN_OFF;
    };
  }
}
