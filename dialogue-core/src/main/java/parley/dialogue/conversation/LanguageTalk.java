package parley.dialogue.conversation;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Spoken;
import parley.dialogue.language.LanguageCourse;
import parley.dialogue.language.LanguageDecision;
import parley.dialogue.language.LanguageGuess;
import parley.dialogue.language.LanguageRequest;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.quality.Channel;

/// Another language: goes on in it where that can be done, else offers a person who speaks it. In
/// writing the words tell the language; in a call they do not, for a recognizer hears words of its
/// own language in everything, so there it is asked for by name. Pure.
final class LanguageTalk {

  private final Tools tools;
  private final HandingOver handingOver;

  LanguageTalk(Tools tools, HandingOver handingOver) {
    this.tools = tools;
    this.handingOver = handingOver;
  }

  /// Whether the turn was about the language, or in another one, and has been replied to.
  boolean replied(Scene scene, Heard heard) {
    if (scene.question.secret() || heard.words().isEmpty()) {
      return false;
    }
    LanguageCourse course = scene.line.course();
    LanguageGuess guess =
        scene.line.channel() == Channel.VOICE
            ? LanguageGuess.NONE
            : tools.languages().detection().of(heard.spoken().text());
    if (scene.question instanceof Question.OfferLanguage(String code)
        && guess.code().filter(code::equals).isPresent()) {
      scene.note("language-" + code, heard.confidence(), "");
      handingOver.speaking(scene, code);
      return true;
    }
    Optional<String> asked = LanguageRequest.in(heard.words(), course.language());
    LanguageCourse.Next next =
        asked
            .map(code -> course.asked(code, served(scene)))
            .orElseGet(() -> course.with(guess, served(scene)));
    scene.line = scene.line.in(next.course());
    Spoken toAnswer = asked.isPresent() ? Spoken.NOTHING : heard.spoken();
    return decided(scene, heard.confidence(), next.decision(), toAnswer);
  }

  private boolean decided(
      Scene scene, Confidence confidence, LanguageDecision decision, Spoken toAnswer) {
    return switch (decision) {
      case LanguageDecision.Stay _ -> false;
      case LanguageDecision.SwitchTo(String code) -> {
        scene.note("language-" + code, confidence, "");
        scene.tally = scene.tally.understood();
        scene.changeLanguage(code, toAnswer);
        yield true;
      }
      case LanguageDecision.OfferPerson(String code) -> {
        scene.note("language-" + code, confidence, "");
        scene.tally = scene.tally.understood();
        offer(scene, code);
        yield true;
      }
    };
  }

  private void offer(Scene scene, String code) {
    if (tools.settings().people().contains(code)) {
      scene.say(Prompt.OFFER_LANGUAGE, Map.of("language", name(code)));
      scene.ask(new Question.OfferLanguage(code));
    } else {
      scene.say(Prompt.ONLY_THIS_LANGUAGE, Map.of("language", name(tools.language())));
    }
  }

  /// Once a call, when it was not understood again and again: which languages there are.
  void hint(Scene scene) {
    Set<String> others = new HashSet<>(served(scene));
    others.addAll(tools.settings().people());
    others.remove(tools.language());
    if (!others.isEmpty()
        && scene.line.channel() == Channel.VOICE
        && scene.memory.turnsOf(Prompt.LANGUAGES_HINT) == 0) {
      String names = others.stream().map(this::name).sorted().collect(Collectors.joining(", "));
      scene.aside(Prompt.LANGUAGES_HINT, Map.of("languages", names));
    }
  }

  /// Languages that Parley itself can go on in here.
  private Set<String> served(Scene scene) {
    Set<String> served = new HashSet<>(tools.languages().written());
    if (scene.line.channel() == Channel.VOICE) {
      served.retainAll(scene.line.spoken());
    }
    return served;
  }

  private String name(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.of(tools.language()));
  }
}
