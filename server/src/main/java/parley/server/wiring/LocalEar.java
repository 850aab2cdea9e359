package parley.server.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import parley.config.Settings;
import parley.server.eval.Ear;
import parley.speech.recognize.ModelChoice;
import parley.speech.recognize.ModelFolder;
import parley.speech.recognize.VoskRecognizers;

/// The recognizer of these settings, for `eval`.
public final class LocalEar {
  /// A slow model shall show as slow, not as audio that was dropped: longer than `eval` feeds
  /// before it waits for words.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private LocalEar() {}

  /// @param model a folder instead of the settings' model
  /// @throws parley.speech.recognize.RecognitionException when there is no model, in one sentence
  public static Ear open(Settings settings, Optional<Path> model) {
    String language = settings.site().language();
    ModelFolder folder =
        model
            .map(path -> ModelFolder.at(path.toAbsolutePath().normalize()))
            .orElseGet(() ->
                ModelChoice.choose(
                        settings.speech().model(), settings.home(), settings.state(), language)
                    .folder());
    return new Ear(
        new VoskRecognizers(Map.of(language, folder), patient(settings.speech())),
        language,
        new EvalGrammars(settings.home(), language),
        folder);
  }

  private static Settings.Speech patient(Settings.Speech speech) {
    return new Settings.Speech(
        speech.model(),
        speech.recognizerThreads(),
        speech.voiceThreads(),
        speech.synthesisTimeout(),
        PATIENCE,
        speech.skipSilence());
  }
}
