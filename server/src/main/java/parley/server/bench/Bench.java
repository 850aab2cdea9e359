package parley.server.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.gateway.phone.DialResult;
import parley.gateway.phone.TestPhone;
import parley.server.call.NotRunningException;
import parley.server.call.RunningParley;
import parley.server.measure.Machine;
import parley.server.status.ServerStatus;
import parley.speech.audio.Pcm;
import parley.speech.audio.Resampler;
import parley.speech.recognize.Recognizers;

/// The whole of `./parley bench`, one part after the other, so that none disturbs another.
final class Bench {

  /// Questions end in silence, as a person's do, and start with some.
  private static final int MARGIN_SAMPLES = 1_600;

  private static final Duration SPEAKING = Duration.ofSeconds(30);

  private final BenchParts parts;
  private final BenchPlan plan;
  private final Consumer<String> progress;

  Bench(BenchParts parts, BenchPlan plan, Consumer<String> progress) {
    this.parts = parts;
    this.plan = plan;
    this.progress = progress;
  }

  BenchReport run() throws InterruptedException {
    Machine machine = Machine.here();
    progress.accept("Speaking the questions");
    List<short[]> questions = questions();
    try (RunningParley parley = parts.running().orElseGet(this::startOne);
        TestPhone phone = new TestPhone(parley.phone())) {
      if (parley.logsIn() && !(phone.register() instanceof DialResult.Answered)) {
        throw new NotRunningException("The bench's phone cannot log in at Asterisk.");
      }
      return measured(parley, phone, questions, machine);
    }
  }

  private RunningParley startOne() {
    progress.accept("No Parley runs: starting one");
    return parts.start();
  }

  private List<short[]> questions() throws InterruptedException {
    List<CompletableFuture<Pcm>> spoken = new ArrayList<>();
    for (String question : parts.questions()) {
      spoken.add(
          parts.voice().speak("en", question).orTimeout(SPEAKING.toSeconds(), TimeUnit.SECONDS));
    }
    return spoken.stream().map(CompletableFuture::join).map(Bench::withMargins).toList();
  }

  private static short[] withMargins(Pcm speech) {
    short[] samples = Resampler.convert(speech, StreamCapacity.SAMPLE_RATE_HZ).samples();
    short[] padded = new short[samples.length + 2 * MARGIN_SAMPLES];
    System.arraycopy(samples, 0, padded, MARGIN_SAMPLES, samples.length);
    return padded;
  }

  private BenchReport measured(
      RunningParley parley, TestPhone phone, List<short[]> questions, Machine machine)
      throws InterruptedException {
    String extension = parley.extension();
    progress.accept("One call at a time, " + plan.turnsAlone() + " turns");
    VoiceLatency.Result alone =
        new VoiceLatency(phone, extension, questions)
            .run(1, plan.turnsAlone(), count -> turn(count, plan.turnsAlone()));
    OptionalDouble idle = residentMb();
    VoiceLatency.Result loaded = null;
    PeakMemory peak = new PeakMemory(this::residentMb);
    if (plan.calls() > 1) {
      progress.accept(plan.calls() + " calls at once, " + plan.turnsLoaded() + " turns");
      try (peak) {
        peak.start();
        loaded =
            new VoiceLatency(phone, extension, questions)
                .run(plan.calls(), plan.turnsLoaded(), count -> turn(count, plan.turnsLoaded()));
      }
    }
    progress.accept(plan.shortCalls() + " short calls");
    ShortCalls.Leaks leaks =
        new ShortCalls(phone, extension, parts.status()).run(plan.shortCalls());
    return new BenchReport(
        plan.calls(),
        alone,
        loaded,
        streams(questions, machine.cores()),
        memory(idle, peak.highestMb()),
        startWarmS(),
        plan.shortCalls(),
        leaks,
        machine,
        versions());
  }

  private void turn(int count, int of) {
    if (count % 10 == 0) {
      progress.accept("  " + count + " of " + of + " turns");
    }
  }

  private BenchReport.Streams streams(List<short[]> questions, int cores) {
    progress.accept("Streams a core");
    StreamCapacity talking =
        new StreamCapacity(questions, StreamCapacity.SHORT_PAUSE, cores, progress);
    StreamCapacity calling = new StreamCapacity(questions, StreamCapacity.ANSWER, cores, progress);
    double bare;
    try (BareVosk vosk = new BareVosk(parts.model())) {
      bare = talking.measure(vosk);
    }
    double parley;
    double gated;
    try (Recognizers recognizers = parts.recognizers(true)) {
      parley = talking.measure(new ParleyStreams("parley", recognizers));
      gated = calling.measure(new ParleyStreams("parley, as in calls", recognizers));
    }
    try (Recognizers recognizers = parts.recognizers(false)) {
      StreamEngine engine = new ParleyStreams("parley, as in calls, no gate", recognizers);
      return new BenchReport.Streams(bare, parley, gated, calling.measure(engine));
    }
  }

  private BenchReport.Memory memory(OptionalDouble idle, OptionalDouble peak) {
    if (idle.isEmpty()) {
      return new BenchReport.Memory(null, null);
    }
    @Nullable Double perCall =
        peak.isEmpty()
            ? null
            : Math.max(0, (peak.getAsDouble() - idle.getAsDouble()) / plan.calls());
    return new BenchReport.Memory(idle.getAsDouble(), perCall);
  }

  private OptionalDouble residentMb() {
    return parts
        .status()
        .read()
        .map(status -> ProcessMemory.residentMb(status.pid()))
        .orElseGet(OptionalDouble::empty);
  }

  private @Nullable Double startWarmS() {
    return parts.status().read().map(status -> status.startMs() / 1e3).orElse(null);
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>(parts.versions());
    versions.put("java", System.getProperty("java.vm.version", "unknown"));
    parts.status().read().map(ServerStatus::version).ifPresent(own -> versions.put("parley", own));
    return versions;
  }
}
