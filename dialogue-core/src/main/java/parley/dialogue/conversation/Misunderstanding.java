package parley.dialogue.conversation;

import parley.dialogue.call.Spoken;
import parley.dialogue.prompts.Prompt;

/// Help that rises with every turn in a row that was not understood, and ends at a person. Pure.
final class Misunderstanding {

  static final String REASON = "not-understood";

  private final Tools tools;
  private final HandingOver handingOver;
  private final CallbackTalk callback;
  private final FlowTalk flows;
  private final LanguageTalk languages;

  Misunderstanding(
      Tools tools,
      HandingOver handingOver,
      CallbackTalk callback,
      FlowTalk flows,
      LanguageTalk languages) {
    this.tools = tools;
    this.callback = callback;
    this.handingOver = handingOver;
    this.flows = flows;
    this.languages = languages;
  }

  /// Replies to the failure that [Scene#tally] has counted already.
  void in(Scene scene) {
    int failures = scene.tally.failures();
    if (scene.question instanceof Question.AwaitService) {
      flows.notUnderstood(scene);
    } else if (failures >= tools.settings().failures()) {
      givenUp(scene);
    } else if (scene.question instanceof Question.AskNumber) {
      scene.ask(new Question.AskNumber(Spoken.NOTHING));
      scene.say(Prompt.NUMBER_NOT_USABLE);
    } else if (scene.question instanceof Question.AskWhen
        || scene.question instanceof Question.AskZone) {
      callback.again(scene);
    } else if (scene.question.ofFlow()) {
      flows.notUnderstood(scene);
    } else if (yesNoOnly(scene.question)) {
      if (failures > 1) {
        scene.sayLastAgain();
      }
      scene.aside(Prompt.YES_OR_NO);
    } else if (failures == 1) {
      scene.aside(Prompt.DID_NOT_CATCH);
    } else {
      scene.say(Prompt.EXAMPLES);
      languages.hint(scene);
      scene.ask(new Question.Open());
    }
  }

  private static boolean yesNoOnly(Question question) {
    return question.takesYesNo() && !(question instanceof Question.AnythingElse);
  }

  private void givenUp(Scene scene) {
    if (OutboundTalk.asking(scene)) {
      scene.say(Prompt.OUTBOUND_WRONG_PERSON);
      scene.end(Outcome.OTHER_PERSON);
    } else if (scene.question.aboutCallback()) {
      scene.say(Prompt.UNANSWERED_GOODBYE);
      scene.end(Outcome.UNANSWERED);
    } else {
      handingOver.needed(scene, Prompt.TOO_MANY_FAILURES, REASON);
    }
  }
}
