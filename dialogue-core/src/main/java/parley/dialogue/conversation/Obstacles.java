package parley.dialogue.conversation;

import parley.dialogue.callback.CallbackOffer.Obstacle;
import parley.dialogue.prompts.Prompt;

/// What is said of what is against a wish. Pure.
final class Obstacles {

  private Obstacles() {}

  /// The sentence that says why, and names the nearest time that can be.
  static Prompt nearest(Obstacle why) {
    return switch (why) {
      case PAST -> Prompt.CALLBACK_PAST;
      case NO_SUCH_HOUR -> Prompt.CALLBACK_NO_SUCH_TIME;
      case CLOSED_DAY -> Prompt.CALLBACK_CLOSED_DAY;
      case CLOSED_HOUR -> Prompt.CALLBACK_CLOSED_HOUR;
      case QUIET_HOURS -> Prompt.CALLBACK_QUIET_HOURS;
      case FULL -> Prompt.CALLBACK_FULL;
      case TOO_FAR -> Prompt.CALLBACK_TOO_FAR;
      case NONE, DO_NOT_CALL, NO_SUCH_NUMBER -> Prompt.CALLBACK_NEAREST;
    };
  }

  /// The sentence where nothing near can be either.
  static Prompt never(Obstacle why) {
    return switch (why) {
      case DO_NOT_CALL -> Prompt.CALLBACK_DO_NOT_CALL;
      case NO_SUCH_NUMBER -> Prompt.CALLBACK_NO_SUCH_NUMBER;
      case NONE, PAST, NO_SUCH_HOUR, CLOSED_DAY, CLOSED_HOUR, QUIET_HOURS, FULL, TOO_FAR ->
          Prompt.CALLBACK_NOT_POSSIBLE;
    };
  }
}
