package parley.dialogue.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackDirectory.Waiting;
import parley.dialogue.prompts.Prompt;

/// Calls that were promised to this number before: says when they come, cancels and moves them. The
/// next one is meant. A number is no proof of who calls, so nothing is said of what it is about.
/// Pure.
final class WaitingCallbacks {

  private final Tools tools;
  private final CallbackArranging arranging;

  WaitingCallbacks(Tools tools, CallbackArranging arranging) {
    this.tools = tools;
    this.arranging = arranging;
  }

  private Optional<Waiting> next(Scene scene) {
    List<Waiting> all = tools.callbacks().directory().waiting(scene.line.caller());
    return all.stream().findFirst();
  }

  void asked(Scene scene) {
    Optional<Waiting> next = next(scene);
    if (next.isEmpty()) {
      scene.say(Prompt.CALLBACK_NONE_DUE);
    } else if (next.get().window().isPresent()) {
      scene.say(Prompt.CALLBACK_DUE, when(scene, next.get()));
    } else {
      scene.say(Prompt.CALLBACK_DUE_SOON);
    }
    anythingElse(scene);
  }

  void cancel(Scene scene) {
    Optional<Waiting> next = next(scene);
    if (next.isEmpty()) {
      scene.say(Prompt.CALLBACK_NONE_DUE);
      anythingElse(scene);
      return;
    }
    if (next.get().window().isPresent()) {
      scene.say(Prompt.CONFIRM_CANCEL_CALLBACK, when(scene, next.get()));
    } else {
      scene.say(Prompt.CONFIRM_CANCEL_CALLBACK_SOON);
    }
    scene.ask(new Question.ConfirmCancel(next.get().callback()));
  }

  void cancelled(Scene scene, UUID callback) {
    scene.cancelCallback(callback);
    scene.say(Prompt.CALLBACK_CANCELLED);
    anythingElse(scene);
  }

  void move(Scene scene, Spoken when) {
    Optional<Waiting> next = next(scene);
    if (next.isEmpty()) {
      scene.say(Prompt.CALLBACK_NONE_DUE);
      anythingElse(scene);
    } else {
      scene.callback = scene.callback.inQueue(next.get().queue());
      move(scene, next.get().callback(), when);
    }
  }

  void move(Scene scene, UUID callback, Spoken when) {
    scene.flows = scene.flows.dropped();
    scene.callback = scene.callback.moving(callback).with(scene.callback.wish().when(when));
    if (when.isEmpty()) {
      scene.say(Prompt.CALLBACK_ASK_WHEN);
      scene.ask(new Question.AskWhen());
    } else {
      arranging.next(scene);
    }
  }

  private Map<String, String> when(Scene scene, Waiting waiting) {
    return Map.of("when", arranging.words(scene, waiting.window().orElseThrow()));
  }

  private static void anythingElse(Scene scene) {
    scene.say(Prompt.ANYTHING_ELSE);
    scene.ask(new Question.AnythingElse());
  }
}
