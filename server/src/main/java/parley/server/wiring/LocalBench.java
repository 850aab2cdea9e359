package parley.server.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.config.Settings;
import parley.dialogue.DialogueParts;
import parley.server.bench.BenchParts;
import parley.server.call.RunningParley;
import parley.server.status.StatusFile;
import parley.speech.recognize.ModelChoice;
import parley.speech.recognize.Recognizers;
import parley.speech.recognize.VoskRecognizers;
import parley.speech.synthesize.MarySynthesizer;
import parley.speech.synthesize.Synthesizer;

/// What `bench` measures on this machine: the Parley of these settings, and a voice and recognizers
/// in the bench's own process. Thread: one owner.
public final class LocalBench implements BenchParts {
  private static final int TELEPHONE_HZ = 8_000;

  /// Lag shall show as lag, not as dropped audio; and a slow machine is no reason to give up.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Settings settings;
  private final Clock clock;
  private final StatusFile status;
  private final ModelChoice model;
  private @Nullable Synthesizer voice;

  public LocalBench(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    status = new StatusFile(settings.state(), clock);
    // What calls are heard with, words of the site included; a Parley that runs has built it.
    model = SiteModel.choose(settings, DialogueParts.load(settings.home(), settings), _ -> {});
  }

  private static Settings.Speech patient(Settings.Speech speech, boolean skipSilence) {
    return new Settings.Speech(
        speech.model(),
        speech.recognizerThreads(),
        speech.voiceThreads(),
        PATIENCE,
        PATIENCE,
        skipSilence);
  }

  /// What a caller speaks with in a command.
  public static Synthesizer callersVoice(Settings settings) {
    return new MarySynthesizer(TELEPHONE_HZ, patient(settings.speech(), true));
  }

  @Override
  public Optional<RunningParley> running() {
    return status.read().isEmpty()
        ? Optional.empty()
        : Optional.of(LocalParley.attach(settings, clock));
  }

  @Override
  public RunningParley start() {
    return ParleyProcess.start(settings, status, clock);
  }

  @Override
  public StatusFile status() {
    return status;
  }

  @Override
  public Synthesizer voice() {
    Synthesizer opened = voice == null ? callersVoice(settings) : voice;
    voice = opened;
    return opened;
  }

  @Override
  public List<String> questions() {
    return BenchQuestions.ALL;
  }

  @Override
  public Recognizers recognizers(boolean skipSilence) {
    return new VoskRecognizers(
        Map.of(settings.site().language(), model.folder()),
        patient(settings.speech(), skipSilence));
  }

  @Override
  public Path model() {
    return model.folder().path();
  }

  @Override
  public Map<String, String> versions() {
    return Versions.of(settings, model);
  }

  @Override
  public void close() {
    if (voice != null) {
      voice.close();
    }
  }
}
