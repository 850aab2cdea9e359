package parley.dialogue.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.quality.Channel;
import parley.dialogue.understanding.Digits;

/// Reads a call back back, with day, hours of the callee's clock and number, and promises it. A
/// mail is promised at once what it asks for: its words are there to be read again. Pure.
final class CallbackConfirming {

  private final Summary summary;
  private final WindowWords windows;

  CallbackConfirming(Tools tools, Summary summary) {
    this.summary = summary;
    this.windows = new WindowWords(tools);
  }

  String words(Scene scene, CallbackWindow window) {
    return windows.of(scene, window);
  }

  void asWished(Scene scene, PhoneNumber number, CallbackWindow window) {
    if (written(scene)) {
      agreed(scene, number, Optional.of(window));
      return;
    }
    String when = words(scene, window);
    scene.say(Prompt.CONFIRM_CALLBACK, Map.of("when", when, "number", shown(scene, number)));
    scene.ask(new Question.ConfirmCallback(number, Optional.of(window)));
  }

  /// @param why says what is against the wish, and names the time
  void nearest(Scene scene, PhoneNumber number, CallbackWindow window, Prompt why) {
    scene.say(why, Map.of("when", words(scene, window)));
    Prompt question =
        written(scene) ? Prompt.MAIL_CALLBACK_CONFIRM : Prompt.CONFIRM_CALLBACK_NEAREST;
    scene.say(question, Map.of("number", shown(scene, number)));
    scene.ask(new Question.ConfirmCallback(number, Optional.of(window)));
  }

  /// As soon as it is their turn.
  void inTurn(Scene scene, PhoneNumber number) {
    scene.say(Prompt.OFFER_HOLD, Map.of("number", shown(scene, number)));
    scene.ask(new Question.ConfirmCallback(number, Optional.empty()));
  }

  void byPerson(Scene scene, PhoneNumber number) {
    scene.say(Prompt.CONFIRM_CALLBACK_BY_PERSON, Map.of("number", shown(scene, number)));
    scene.ask(new Question.ConfirmCallback(number, Optional.empty()));
  }

  void agreed(Scene scene, PhoneNumber number, Optional<CallbackWindow> window) {
    Optional<UUID> moving = scene.callback.moving();
    if (moving.isPresent() && window.isPresent()) {
      moved(scene, moving.get(), window.get());
      return;
    }
    scene.promise(number, summary.of(scene).text(), window);
    String told = shown(scene, number);
    if (window.isEmpty()) {
      scene.say(
          written(scene) ? Prompt.MAIL_CALLBACK_SOON : Prompt.CALLBACK_PROMISED,
          Map.of("number", told));
    } else {
      scene.say(
          written(scene) ? Prompt.MAIL_CALLBACK_PROMISED : Prompt.CALLBACK_PROMISED_WHEN,
          Map.of("when", words(scene, window.get()), "number", told));
    }
    scene.callback = scene.callback.settled();
    scene.end(Outcome.CALLBACK_PROMISED);
  }

  private void moved(Scene scene, UUID callback, CallbackWindow window) {
    boolean ours = scene.callback.made().isPresent();
    scene.moveCallback(callback, window);
    scene.say(Prompt.CALLBACK_MOVED, Map.of("when", words(scene, window)));
    scene.callback = scene.callback.settled();
    if (ours) {
      scene.say(Prompt.GOODBYE);
      scene.end(Outcome.CALLBACK_PROMISED);
    } else {
      scene.say(Prompt.ANYTHING_ELSE);
      scene.ask(new Question.AnythingElse());
    }
  }

  private static boolean written(Scene scene) {
    return scene.line.channel() == Channel.EMAIL;
  }

  /// Heard digit by digit; read as it was written.
  private static String shown(Scene scene, PhoneNumber number) {
    return scene.line.channel() == Channel.VOICE ? Digits.spoken(number.value()) : number.value();
  }
}
