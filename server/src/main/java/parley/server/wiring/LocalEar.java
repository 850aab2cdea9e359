package parley.server.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import parley.config.Settings;
import parley.dialogue.DialogueParts;
import parley.server.channel.LineChannel;
import parley.server.eval.speech.Ear;
import parley.server.eval.speech.SpokenTexts;
import parley.speech.recognize.ModelFolder;
import parley.speech.recognize.VoskRecognizers;

/// The recognizer of these settings, for `eval`.
public final class LocalEar {
  /// A slow model shall show as slow, not as audio that was dropped: longer than `eval` feeds
  /// before it waits for words.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private LocalEar() {}

  /// @param model a folder, heard with as it is, instead of what calls are heard with: the
  ///   settings' model with the site's words
  /// @param say told when the words are learned now, which takes seconds
  /// @throws parley.speech.recognize.RecognitionException when there is no model, in one sentence
  /// @throws parley.dialogue.files.BadFilesException when the site's words cannot be read
  public static Ear open(Settings settings, Optional<Path> model, Consumer<String> say) {
    ModelFolder folder =
        model
            .map(path -> ModelFolder.at(path.toAbsolutePath().normalize()))
            .orElseGet(() ->
                SiteModel.choose(settings, DialogueParts.load(settings.home(), settings), say)
                    .folder());
    return ear(settings, folder);
  }

  /// A voice and a recognizer with the words of these texts, and a line between them.
  ///
  /// @throws parley.speech.adapt.AdaptException when the recognizer cannot take the words
  public static SpokenTexts telephone(Settings settings, List<String> texts, LineChannel line) {
    Ear ear = ear(settings, SiteModel.adapt(settings, texts).folder());
    return new SpokenTexts(LocalBench.callersVoice(settings), ear, line);
  }

  private static Ear ear(Settings settings, ModelFolder folder) {
    String language = settings.site().language();
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
