package parley.dialogue.conversation;

import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.prompts.Prompt;

/// Arranging a call back: what somebody says, keys, agrees to or declines on the way to a promise.
/// Where nobody says when somebody can be called, a call is promised without an hour. Pure.
final class CallbackTalk {

  private final Tools tools;
  private final CallbackArranging arranging;
  private final WaitingCallbacks waiting;

  CallbackTalk(Tools tools) {
    this.tools = tools;
    this.arranging = new CallbackArranging(tools);
    this.waiting = new WaitingCallbacks(tools, arranging);
  }

  private boolean hours() {
    return tools.callbacks().times() != null;
  }

  /// Nobody could be reached. A flow in progress is left for it.
  void offer(Scene scene) {
    scene.flows = scene.flows.dropped();
    if (hours()) {
      arranging.hold(scene);
    } else {
      arranging.withoutHours().offer(scene);
    }
  }

  /// Somebody wants to be called.
  ///
  /// @param words in which they said so, which may name a time and a number
  void asked(Scene scene, Spoken words) {
    if (!hours()) {
      offer(scene);
      return;
    }
    scene.flows = scene.flows.dropped();
    CallbackArranging.Read told = arranging.read(scene, words);
    CallbackMemory.Wish wish = scene.callback.wish();
    scene.callback = scene.callback.with(wish.when(told.when()).to(told.number().or(wish::number)));
    arranging.next(scene);
  }

  /// Something was said about it.
  void told(Scene scene, CallbackWords words) {
    switch (words) {
      case CallbackWords.Told(String number, Spoken when) -> {
        scene.callback = scene.callback.with(scene.callback.wish().when(when));
        if (number.isEmpty()) {
          arranging.next(scene);
        } else {
          arranging.number(scene, number);
        }
      }
      case CallbackWords.OtherNumber _ -> arranging.askNumber(scene, Prompt.ASK_NUMBER);
      case CallbackWords.Zone(var zone) -> {
        scene.callback = scene.callback.with(scene.callback.wish().in(zone));
        arranging.next(scene);
      }
      case CallbackWords.AskedWhen _ -> waiting.asked(scene);
      case CallbackWords.Cancel _ -> waiting.cancel(scene);
      case CallbackWords.Move(Spoken when) -> waiting.move(scene, when);
      // Of a call that we make, which another part talks about.
      case CallbackWords.NotThem _, CallbackWords.NotNow _, CallbackWords.NeverAgain _ -> {}
    }
  }

  /// A promise gets another time.
  void moved(Scene scene, UUID callback, Spoken when) {
    waiting.move(scene, callback, when);
  }

  /// A number was told, by voice or keys.
  void number(Scene scene, String digits) {
    if (hours()) {
      arranging.number(scene, digits);
    } else {
      arranging.withoutHours().number(scene, digits);
    }
  }

  void yes(Scene scene, Question.OfCallback question) {
    switch (question) {
      case Question.OfferCallback _ -> arranging.withoutHours().accepted(scene);
      case Question.ConfirmNumber(PhoneNumber number) ->
          arranging.withoutHours().promised(scene, number);
      case Question.ConfirmCallback(var number, var window) ->
          arranging.agreed(scene, number, window);
      case Question.ConfirmCancel(UUID callback) -> waiting.cancelled(scene, callback);
      case Question.AskNumber _, Question.AskWhen _, Question.AskZone _ -> again(scene);
      case Question.AskWho _ -> {}
    }
  }

  void no(Scene scene, Question.OfCallback question) {
    switch (question) {
      case Question.OfferCallback _, Question.AskNumber _, Question.AskWhen _ -> declined(scene);
      case Question.ConfirmNumber _ -> arranging.askNumber(scene, Prompt.ASK_NUMBER);
      case Question.ConfirmCallback(_, Optional<?> window) -> {
        boolean numberAlone =
            scene.callback.wish().when().isEmpty() && scene.callback.wish().number().isPresent();
        if (numberAlone) {
          arranging.askNumber(scene, Prompt.ASK_NUMBER);
        } else if (window.isEmpty()) {
          declined(scene);
        } else {
          scene.say(Prompt.CALLBACK_ASK_WHEN);
          scene.ask(new Question.AskWhen());
        }
      }
      case Question.AskZone _ -> arranging.zoneUnknown(scene);
      case Question.ConfirmCancel _ -> {
        scene.say(Prompt.CALLBACK_STAYS);
        scene.ask(new Question.AnythingElse());
      }
      case Question.AskWho _ -> {}
    }
  }

  /// What was said to a question of this was not understood, and that has been counted.
  void again(Scene scene) {
    if (scene.question instanceof Question.AskZone) {
      arranging.askZone(scene);
    } else if (scene.question instanceof Question.AskWhen) {
      scene.say(Prompt.CALLBACK_ASK_WHEN);
    } else {
      arranging.askNumber(scene, Prompt.NUMBER_NOT_USABLE);
    }
  }

  void declined(Scene scene) {
    scene.callback = scene.callback.settled();
    scene.say(Prompt.NO_CALLBACK);
    scene.ask(new Question.AnythingElse());
  }
}
