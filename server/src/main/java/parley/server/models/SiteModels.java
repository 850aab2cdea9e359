package parley.server.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.config.Settings;
import parley.speech.install.InstalledModel;
import parley.speech.recognize.ModelChoice;
import parley.speech.recognize.RecognitionException;

/// The models that this site has, and the one that it uses.
///
/// @param state the folder that the installed ones are below
record SiteModels(
    Path state, List<InstalledModel> installed, List<InstalledModel> bundled, Choice choice) {

  /// What a call in a language is heard with.
  ///
  /// @param folder empty when there is no model
  /// @param reason why this one, or why there is none
  record Choice(String language, Optional<Path> folder, String reason) {}

  static SiteModels of(Settings settings, String language) {
    return new SiteModels(
        settings.state(),
        InstalledModel.ofState(settings.state()),
        InstalledModel.bundled(settings.home()),
        choice(settings, language));
  }

  /// For calls that the dialplan does not mark otherwise.
  static Choice choice(Settings settings) {
    return choice(settings, settings.site().language());
  }

  private static Choice choice(Settings settings, String language) {
    try {
      ModelChoice chosen =
          ModelChoice.choose(
              settings.speech().model(), settings.home(), settings.state(), language);
      return new Choice(language, Optional.of(chosen.folder().path()), chosen.reason());
    } catch (RecognitionException none) {
      return new Choice(language, Optional.empty(), String.valueOf(none.getMessage()));
    }
  }
}
