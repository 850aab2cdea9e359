package parley.server.wiring;

import java.util.List;
import java.util.Map;
import parley.config.Settings;
import parley.server.eval.Ear;
import parley.speech.recognize.ModelChoice;
import parley.speech.recognize.Vocabulary;
import parley.speech.recognize.VoskRecognizers;

/// The recognizer of these settings, for `eval`.
public final class LocalEar {
  /// The ten digits alone, so that figures can be compared; a call that asks for digits also hears
  /// commands.
  private static final Vocabulary DIGITS =
      new Vocabulary.Phrases(
          "digits",
          List.of(
              "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight",
              "nine"));

  private LocalEar() {}

  public static Ear open(Settings settings) {
    String language = settings.site().language();
    ModelChoice model =
        ModelChoice.choose(settings.speech().model(), settings.home(), settings.state(), language);
    return new Ear(
        new VoskRecognizers(Map.of(language, model.folder()), settings.speech()),
        language,
        DIGITS,
        model.folder().path().getFileName().toString());
  }
}
