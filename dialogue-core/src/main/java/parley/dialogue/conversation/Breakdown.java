package parley.dialogue.conversation;

import parley.dialogue.conversation.ConversationEvent.Part;
import parley.dialogue.conversation.ConversationState.Line;
import parley.dialogue.prompts.Prompt;

/// What Parley does when a part of it fails in a call: never silence, a person if there is one.
/// Pure.
final class Breakdown {

  private final Tools tools;
  private final HandingOver handingOver;
  private final Replies replies;

  Breakdown(Tools tools, HandingOver handingOver, Replies replies) {
    this.tools = tools;
    this.handingOver = handingOver;
    this.replies = replies;
  }

  /// Keeps in mind what no longer works, in any phase.
  static void remember(Scene scene, Part part) {
    Line line = scene.line;
    scene.line =
        new Line(
            line.caller(),
            line.course(),
            line.queue(),
            line.began(),
            line.channel(),
            line.spoken(),
            line.keypadOnly() || part == Part.RECOGNIZER,
            line.mute() || part != Part.RECOGNIZER);
  }

  /// Acts on it while Parley talks with the caller.
  void in(Scene scene, Part part) {
    boolean reachable = scene.people.attempts() < tools.settings().attempts();
    switch (part) {
      case RECOGNIZER -> {
        if (!scene.question.aboutCallback() && reachable) {
          handingOver.needed(scene, Prompt.CANNOT_HEAR, "recognizer-failed");
        } else if (scene.question.takesYesNo()) {
          scene.aside(Prompt.YES_OR_NO);
        } else {
          replies.repeat(scene);
        }
      }
      case VOICE, MEDIA -> {
        if (reachable) {
          handingOver.needed(
              scene, Prompt.PART_FAILED, part == Part.VOICE ? "voice-failed" : "media-failed");
        } else {
          scene.say(Prompt.PART_FAILED_GOODBYE);
          scene.end(Outcome.FAILED);
        }
      }
    }
  }
}
