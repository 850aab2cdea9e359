package parley.speech;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Settings;
import parley.speech.recognize.ModelChoice;
import parley.speech.recognize.ModelFolder;
import parley.speech.recognize.VoskRecognizers;
import parley.speech.synthesize.CachingSynthesizer;
import parley.speech.synthesize.KeptSpeech;
import parley.speech.synthesize.MarySynthesizer;

/// Everything that this module gives to the process, opened in order and closed in reverse.
///
/// @param model which speech model was taken, and why
public record SpeechParts(
    ModelChoice model, VoskRecognizers recognizers, CachingSynthesizer synthesizer)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpeechParts.class);

  /** About an hour of speech at 8 kHz. */
  private static final long CACHE_BYTES = 64L << 20;

  /// Loads the model and the voice; 2 to 3 s in all.
  ///
  /// @param model the choice, with a site's words or without
  /// @param sampleRateHz of the sound that the synthesizer makes, 8000 or 16000
  /// @param language ISO 639-1 code
  /// @throws RuntimeException with one sentence for the operator; nothing stays open then
  public static SpeechParts open(
      Settings.Speech settings, ModelChoice model, Path state, int sampleRateHz, String language) {
    return open(settings, model, Map.of(), state, sampleRateHz, language);
  }

  /// The same with models for more languages, by code.
  public static SpeechParts open(
      Settings.Speech settings,
      ModelChoice model,
      Map<String, ModelFolder> others,
      Path state,
      int sampleRateHz,
      String language) {
    model.rejected().forEach(LOG::warn);
    LOG.info("Speech model {}: {}", model.folder().path(), model.reason());
    Map<String, ModelFolder> all = new HashMap<>(others);
    all.put(language, model.folder());
    VoskRecognizers recognizers = new VoskRecognizers(all, settings);
    try {
      KeptSpeech kept =
          new KeptSpeech(state.resolve("voice"), MarySynthesizer.VOICE_VERSION, sampleRateHz);
      MarySynthesizer voice = new MarySynthesizer(sampleRateHz, settings);
      return new SpeechParts(model, recognizers, new CachingSynthesizer(voice, CACHE_BYTES, kept));
    } catch (RuntimeException e) {
      recognizers.close();
      throw e;
    }
  }

  @Override
  public void close() {
    synthesizer.close();
    recognizers.close();
  }
}
