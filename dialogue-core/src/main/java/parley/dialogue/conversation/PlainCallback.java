package parley.dialogue.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.understanding.Digits;

/// A call back as soon as somebody can, on a number that is read back: what is promised where
/// nobody says when somebody can be called. Pure.
final class PlainCallback {

  /// A number that a telephone can dial; shorter ones are extensions of the house.
  private static final Pattern CALLABLE = Pattern.compile("\\+?[0-9]{3,15}");

  /// What a caller reads out must be longer: three digits are a misunderstanding.
  private static final Pattern TOLD = Pattern.compile("\\+?[0-9]{5,15}");

  private final Summary summary;

  PlainCallback(Summary summary) {
    this.summary = summary;
  }

  static boolean callable(PhoneNumber number) {
    return CALLABLE.matcher(number.value()).matches();
  }

  static boolean tellable(String digits) {
    return TOLD.matcher(digits).matches();
  }

  void offer(Scene scene) {
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

  void number(Scene scene, String digits) {
    if (tellable(digits)) {
      scene.tally = scene.tally.understood();
      scene.say(Prompt.CONFIRM_NUMBER, Map.of("number", Digits.spoken(digits)));
      scene.ask(new Question.ConfirmNumber(new PhoneNumber(digits)));
    } else {
      unusable(scene, Prompt.NUMBER_NOT_USABLE);
    }
  }

  /// A number that nobody can call is asked for again, and not for ever.
  void unusable(Scene scene, Prompt why) {
    scene.tally = scene.tally.failed();
    if (scene.tally.failures() >= scene.settings().failures()) {
      scene.say(Prompt.UNANSWERED_GOODBYE);
      scene.end(Outcome.UNANSWERED);
    } else {
      askNumber(scene, why);
    }
  }

  void promised(Scene scene, PhoneNumber number) {
    scene.promise(number, summary.of(scene).text(), Optional.empty());
    scene.say(Prompt.CALLBACK_PROMISED, Map.of("number", Digits.spoken(number.value())));
    scene.end(Outcome.CALLBACK_PROMISED);
  }
}
