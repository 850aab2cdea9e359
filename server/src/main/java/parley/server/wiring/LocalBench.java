package parley.server.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.config.Settings;
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
  private final Settings.Speech patient;
  private final StatusFile status;
  private final ModelChoice model;
  private @Nullable Synthesizer voice;
  private @Nullable Recognizers recognizers;

  public LocalBench(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    patient = patient(settings.speech());
    status = new StatusFile(settings.state(), clock);
    model =
        ModelChoice.choose(
            settings.speech().model(),
            settings.home(),
            settings.state(),
            settings.site().language());
  }

  private static Settings.Speech patient(Settings.Speech speech) {
    return new Settings.Speech(
        speech.model(),
        speech.recognizerThreads(),
        speech.voiceThreads(),
        PATIENCE,
        PATIENCE,
        speech.skipSilence());
  }

  /// What a caller speaks with in a command.
  public static Synthesizer callersVoice(Settings settings) {
    return new MarySynthesizer(TELEPHONE_HZ, patient(settings.speech()));
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
  public Recognizers recognizers() {
    Recognizers opened =
        recognizers == null
            ? new VoskRecognizers(Map.of(settings.site().language(), model.folder()), patient)
            : recognizers;
    recognizers = opened;
    return opened;
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
    if (recognizers != null) {
      recognizers.close();
    }
    if (voice != null) {
      voice.close();
    }
  }
}
