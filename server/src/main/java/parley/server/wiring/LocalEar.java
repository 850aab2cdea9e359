package parley.server.wiring;

import java.util.Map;
import parley.config.Settings;
import parley.dialogue.DialogueParts;
import parley.dialogue.call.Expectation;
import parley.server.eval.Ear;
import parley.speech.recognize.ModelChoice;
import parley.speech.recognize.Vocabulary;
import parley.speech.recognize.VoskRecognizers;

/// The recognizer of these settings, for `eval`.
public final class LocalEar {
  private LocalEar() {}

  public static Ear open(Settings settings) {
    String language = settings.site().language();
    DialogueParts dialogue = DialogueParts.load(settings.home(), settings);
    Vocabulary digits =
        new Vocabulary.Phrases(
            "digits", dialogue.language(language).hints().phrases(Expectation.DIGITS));
    ModelChoice model =
        ModelChoice.choose(settings.speech().model(), settings.home(), settings.state(), language);
    return new Ear(
        new VoskRecognizers(Map.of(language, model.folder()), settings.speech()),
        language,
        digits,
        model.folder().path().getFileName().toString());
  }
}
