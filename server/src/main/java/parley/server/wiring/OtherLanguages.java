package parley.server.wiring;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import parley.config.Settings;
import parley.speech.recognize.ModelChoice;
import parley.speech.recognize.ModelFolder;
import parley.speech.recognize.RecognitionException;

/// The speech models of the languages that calls may change to.
public final class OtherLanguages {

  private OtherLanguages() {}

  /// The largest model below the state folder of each language that `speech.languages` names and
  /// that has prompts. What is missing is told, and keeps nobody from calling.
  ///
  /// @param written languages with prompts and word lists
  public static Map<String, ModelFolder> models(
      Settings settings, Set<String> written, Consumer<String> tell) {
    Map<String, ModelFolder> models = new HashMap<>();
    for (String code : settings.models().languages()) {
      if (code.equals(settings.site().language())) {
        continue;
      }
      if (!written.contains(code)) {
        tell.accept(
            "Calls cannot change to %s: config/prompts/%s.yaml or config/commands/%s.yaml is missing"
                .formatted(code, code, code));
        continue;
      }
      try {
        models.put(
            code, ModelChoice.choose("auto", settings.home(), settings.state(), code).folder());
      } catch (RecognitionException e) {
        tell.accept("Calls cannot change to " + code + ": " + e.getMessage());
      }
    }
    return models;
  }
}
