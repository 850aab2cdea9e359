package parley.server.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import parley.config.Settings;
import parley.speech.audio.Pcm;
import parley.speech.recognize.ModelChoice;
import parley.speech.recognize.RecognitionException;
import parley.speech.recognize.RecognizerStream;
import parley.speech.recognize.Transcript;
import parley.speech.recognize.Vocabulary;
import parley.speech.recognize.VoskRecognizers;
import parley.speech.synthesize.MarySynthesizer;

/// The speech model and the voice: both are loaded and used once.
final class SpeechChecks {

  private static final RecognizerStream.Listener NOBODY =
      new RecognizerStream.Listener() {
        @Override
        public void partial(long utterance, Transcript words) {
          // only a trial
        }

        @Override
        public void finished(long utterance, Transcript words) {
          // only a trial
        }

        @Override
        public void failed(RuntimeException why) {
          // only a trial
        }
      };

  private SpeechChecks() {}

  static List<Finding> model(Settings settings) {
    String language = settings.site().language();
    try {
      ModelChoice choice =
          ModelChoice.choose(
              settings.speech().model(), settings.home(), settings.state(), language);
      List<Finding> findings = new ArrayList<>();
      try (VoskRecognizers recognizers =
              new VoskRecognizers(Map.of(language, choice.folder()), settings.speech());
          RecognizerStream stream =
              recognizers.open(
                  language, settings.media().sampleRateHz(), Vocabulary.OPEN, NOBODY)) {
        stream.accept(new short[settings.media().sampleRateHz() / 50]);
        findings.add(Finding.ok("model", choice.folder().path() + ": " + choice.reason()));
      }
      for (String rejected : choice.rejected()) {
        findings.add(
            Finding.warn("model", rejected, "unpack or copy that model again, or remove it"));
      }
      return findings;
    } catch (RecognitionException broken) {
      return List.of(
          Finding.fail(
              "model",
              String.valueOf(broken.getMessage()),
              "set speech.model to auto or to the folder of an unpacked Vosk model"));
    }
  }

  static List<Finding> voice(Settings settings) {
    String language = settings.site().language();
    try (MarySynthesizer voice =
        new MarySynthesizer(settings.media().sampleRateHz(), settings.speech())) {
      if (!voice.speaks(language)) {
        return List.of(
            Finding.fail(
                "voice",
                "there is no voice for site.language " + language,
                "set it to en: other voices do not come with Parley yet"));
      }
      Pcm sound = voice.speak(language, "This is a test.").join();
      return List.of(
          sound.isEmpty()
              ? Finding.fail("voice", "MaryTTS makes no sound", "see the log")
              : Finding.ok("voice", "MaryTTS cmu-slt speaks " + language));
    } catch (CompletionException late) {
      Throwable cause = late.getCause() == null ? late : late.getCause();
      return List.of(
          Finding.fail(
              "voice",
              "MaryTTS does not speak: " + cause.getMessage(),
              "raise speech.synthesis-timeout if this machine is slow or busy"));
    }
  }
}
