package parley.dialogue.conversation;

import java.util.List;
import java.util.Optional;
import parley.dialogue.call.Confidence;
import parley.dialogue.escalation.Facts;
import parley.dialogue.escalation.Rule;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.sentiment.Sentiment;
import parley.dialogue.words.Words;

/// What Parley says into a silence: a question, then help, then goodbye. Pure.
final class Silence {

  private final Tools tools;
  private final HandingOver handingOver;
  private final OutboundTalk outbound;

  Silence(Tools tools, HandingOver handingOver, OutboundTalk outbound) {
    this.tools = tools;
    this.handingOver = handingOver;
    this.outbound = outbound;
  }

  void silent(Scene scene, int times) {
    if (!outbound.silent(scene, times)) {
      waited(scene, times);
    }
  }

  private void waited(Scene scene, int times) {
    Optional<Rule> rule = handingOver.rule(scene, facts(scene, times));
    if (rule.isPresent()) {
      scene.note("silence", Confidence.CERTAIN, rule.get().id());
      handingOver.byRule(scene, rule.get(), Optional.empty());
    } else if (scene.question instanceof Question.AwaitService) {
      // It is we who keep the caller waiting.
      scene.aside(Prompt.FLOW_STILL_LOOKING);
    } else if (times >= tools.settings().silenceEnd()) {
      scene.say(Prompt.SILENCE_GOODBYE);
      scene.end(Outcome.SILENT);
    } else if (times >= tools.settings().silenceHelp()) {
      help(scene);
    } else {
      first(scene);
    }
  }

  private static void first(Scene scene) {
    boolean answered = !scene.last.answer().isEmpty();
    if (scene.question instanceof Question.Open && answered) {
      scene.say(Prompt.ANYTHING_ELSE);
      scene.ask(new Question.AnythingElse());
      return;
    }
    scene.aside(Prompt.STILL_THERE);
    if (pending(scene.question)) {
      scene.sayLastAgain();
    }
  }

  private static void help(Scene scene) {
    if (!pending(scene.question)) {
      scene.aside(Prompt.SILENCE_HELP);
    } else if (!scene.sayLastAgain()) {
      scene.aside(Prompt.SILENCE_HELP);
    } else if (scene.question.takesYesNo()) {
      scene.aside(Prompt.YES_OR_NO);
    }
  }

  /// Whether an answer to something particular is awaited, which is then asked again.
  private static boolean pending(Question question) {
    return !(question instanceof Question.Open || question instanceof Question.AnythingElse);
  }

  private static Facts facts(Scene scene, int times) {
    return new Facts(
        Words.NONE,
        scene.tally.angry(),
        false,
        false,
        Sentiment.NEUTRAL,
        scene.tally.mood(),
        scene.tally.failures(),
        scene.tally.lowConfidence(),
        scene.tally.turns(),
        "",
        "",
        "",
        "",
        0,
        scene.line.language(),
        times,
        List.of(),
        1,
        scene.circumstances());
  }
}
