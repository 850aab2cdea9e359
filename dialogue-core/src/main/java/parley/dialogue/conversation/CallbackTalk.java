package parley.dialogue.conversation;

import java.util.Map;
import java.util.regex.Pattern;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.understanding.Digits;

/// Arranging a call back: offer it, get a number by voice or keys, read it back, promise. Pure.
final class CallbackTalk {

  /// A number that a telephone can dial; shorter ones are extensions of the house.
  private static final Pattern CALLABLE = Pattern.compile("\\+?[0-9]{3,15}");

  /// What a caller reads out must be longer: three digits are a misunderstanding.
  private static final Pattern TOLD = Pattern.compile("\\+?[0-9]{5,15}");

  private final Summary summary;

  CallbackTalk(Tools tools) {
    this.summary = new Summary(tools);
  }

  /// A flow in progress is left for it.
  void offer(Scene scene) {
    scene.flows = scene.flows.dropped();
    if (callable(scene.line.caller())) {
      scene.say(Prompt.OFFER_CALLBACK);
      scene.ask(new Question.OfferCallback());
    } else {
      askNumber(scene, Prompt.ASK_NUMBER);
    }
  }

  void accepted(Scene scene) {
    PhoneNumber caller = scene.line.caller();
    if (callable(caller)) {
      promised(scene, caller);
    } else {
      askNumber(scene, Prompt.ASK_NUMBER);
    }
  }

  void askNumber(Scene scene, Prompt prompt) {
    scene.say(prompt);
    scene.ask(new Question.AskNumber(Spoken.NOTHING));
  }

  /// A number was told, by voice or keys.
  void number(Scene scene, String digits) {
    if (TOLD.matcher(digits).matches()) {
      scene.tally = scene.tally.understood();
      scene.say(Prompt.CONFIRM_NUMBER, Map.of("number", Digits.spoken(digits)));
      scene.ask(new Question.ConfirmNumber(new PhoneNumber(digits)));
      return;
    }
    scene.tally = scene.tally.failed();
    if (scene.tally.failures() >= scene.settings().failures()) {
      scene.say(Prompt.UNANSWERED_GOODBYE);
      scene.end(Outcome.UNANSWERED);
    } else {
      askNumber(scene, Prompt.NUMBER_NOT_USABLE);
    }
  }

  void promised(Scene scene, PhoneNumber number) {
    scene.promise(number, summary.of(scene).text());
    scene.say(Prompt.CALLBACK_PROMISED, Map.of("number", Digits.spoken(number.value())));
    scene.end(Outcome.CALLBACK_PROMISED);
  }

  void declined(Scene scene) {
    scene.say(Prompt.NO_CALLBACK);
    scene.ask(new Question.AnythingElse());
  }

  private static boolean callable(PhoneNumber number) {
    return CALLABLE.matcher(number.value()).matches();
  }
}
