package parley.speech.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import parley.speech.audio.Frames;
import parley.speech.audio.Pcm;
import parley.speech.audio.Resampler;
import parley.speech.audio.Samples;
import parley.speech.audio.WavFile;

/// Measures the speech gate: `SpeechGateMeasure SPEECH_FOLDER NOISE_FOLDER`, both of WAV files,
/// prints the tables of docs/results/speech-gate.md.
///
/// Each recording is put between a second of noise before and after it. The reference says "speech"
/// where the clean recording is within 35 dB of its loudest 20 ms frame.
final class SpeechGateMeasure {
  private static final int RATE = 8000;
  private static final int LEAD = 50;
  private static final double BELOW_PEAK_DB = 35;
  private static final Duration HANGOVER = Duration.ofMillis(200);

  private SpeechGateMeasure() {}

  public static void main(String[] folders) throws IOException {
    List<Pcm> speech = wavs(Path.of(folders[0]));
    System.out.println(
        "| noise | SNR | level dBFS | missed | onset ms p50 / p95 | offset ms p50 / p95"
            + " | voice within speech | voice outside |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
    row("none", new double[] {0}, 99, -25, speech);
    row("none", new double[] {0}, 99, -45, speech);
    try (Stream<Path> files = Files.list(Path.of(folders[1]))) {
      for (Path file : files.sorted().toList()) {
        double[] noise = doubles(at8k(WavFile.read(file)));
        String name = file.getFileName().toString().replace(".wav", "");
        for (int snr : new int[] {20, 10}) {
          row(name, noise, snr, -25, speech);
        }
      }
    }
    System.out.println();
    System.out.println("| noise alone, -35 dBFS | seconds | onsets a minute | voice frames |");
    System.out.println("| --- | --- | --- | --- |");
    try (Stream<Path> files = Files.list(Path.of(folders[1]))) {
      for (Path file : files.sorted().toList()) {
        alone(file.getFileName().toString().replace(".wav", ""), at8k(WavFile.read(file)));
      }
    }
  }

  private static void row(String name, double[] noise, int snr, double level, List<Pcm> speech) {
    List<Double> onsets = new ArrayList<>();
    List<Double> offsets = new ArrayList<>();
    int missed = 0;
    long in = 0;
    long inVoice = 0;
    long out = 0;
    long outVoice = 0;
    Random random = new Random(1);
    for (Pcm clean : speech) {
      boolean[] reference = reference(clean);
      int first = first(reference);
      int last = last(reference);
      boolean[] voice = voice(mix(clean, noise, snr, level, random));
      int onset = first(voice);
      if (onset < 0) {
        missed++;
        continue;
      }
      onsets.add((onset - first) * 20.0);
      offsets.add((last(voice) - last) * 20.0);
      for (int i = 0; i < voice.length; i++) {
        boolean near = i >= first && i <= last;
        in += near && reference[i] ? 1 : 0;
        inVoice += near && reference[i] && voice[i] ? 1 : 0;
        boolean far = i < first - 2 || i > last + 5;
        out += far ? 1 : 0;
        outVoice += far && voice[i] ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.0f | %d of %d | %.0f / %.0f | %.0f / %.0f | %.1f %% | %.2f %% |%n",
        name,
        snr == 99 ? "-" : snr + " dB",
        level,
        missed,
        speech.size(),
        percentile(onsets, 0.5),
        percentile(onsets, 0.95),
        percentile(offsets, 0.5),
        percentile(offsets, 0.95),
        100.0 * inVoice / in,
        100.0 * outVoice / out);
  }

  private static void alone(String name, Pcm noise) {
    double gain = Math.pow(10, (-35 - Samples.dbfs(noise.samples())) / 20);
    short[] scaled = new short[noise.samples().length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (short) Math.clamp(Math.round(noise.samples()[i] * gain), -32768, 32767);
    }
    SpeechGate gate = new SpeechGate(RATE, HANGOVER);
    int onsets = 0;
    int voices = 0;
    int frames = 0;
    boolean before = false;
    for (short[] frame : Frames.of(new Pcm(scaled, RATE))) {
      Activity activity = gate.hear(frame);
      onsets += activity.speaking() && !before ? 1 : 0;
      voices += activity.voice() ? 1 : 0;
      frames++;
      before = activity.speaking();
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.1f | %.2f %% |%n",
        name,
        frames / 50.0,
        onsets * 3000.0 / frames,
        100.0 * voices / frames);
  }

  private static boolean[] voice(short[] mixed) {
    SpeechGate gate = new SpeechGate(RATE, HANGOVER);
    List<short[]> frames = Frames.of(new Pcm(mixed, RATE));
    boolean[] voice = new boolean[frames.size()];
    for (int i = 0; i < voice.length; i++) {
      voice[i] = gate.hear(frames.get(i)).voice();
    }
    return voice;
  }

  private static boolean[] reference(Pcm clean) {
    List<short[]> frames = Frames.of(clean);
    double peak = frames.stream().mapToDouble(Samples::dbfs).max().orElse(0);
    boolean[] speech = new boolean[frames.size() + 2 * LEAD];
    for (int i = 0; i < frames.size(); i++) {
      speech[LEAD + i] = Samples.dbfs(frames.get(i)) > peak - BELOW_PEAK_DB;
    }
    return speech;
  }

  private static short[] mix(Pcm clean, double[] noise, int snr, double level, Random random) {
    List<short[]> frames = Frames.of(clean);
    double peak = frames.stream().mapToDouble(Samples::dbfs).max().orElse(0);
    double active =
        frames.stream()
            .mapToDouble(Samples::dbfs)
            .filter(db -> db > peak - 25)
            .map(db -> Math.pow(10, db / 10))
            .average()
            .orElse(1);
    double gain = Math.pow(10, (level - 10 * Math.log10(active)) / 20);
    double noiseGain =
        noise.length == 1 ? 0 : Math.pow(10, (level - snr) / 20) * 32768 / rms(noise);
    short[] mixed = new short[clean.samples().length / 160 * 160 + 160 + 2 * LEAD * 160];
    int offset = random.nextInt(Math.max(1, noise.length - mixed.length));
    for (int i = 0; i < mixed.length; i++) {
      int at = i - LEAD * 160;
      double sample = at >= 0 && at < clean.samples().length ? clean.samples()[at] * gain : 0;
      sample += noiseGain * noise[(offset + i) % noise.length] + random.nextGaussian() * 4;
      mixed[i] = (short) Math.clamp(Math.round(sample), -32768, 32767);
    }
    return mixed;
  }

  private static double rms(double[] samples) {
    return Math.sqrt(Arrays.stream(samples).map(s -> s * s).average().orElse(1));
  }

  private static double[] doubles(Pcm sound) {
    double[] values = new double[sound.samples().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = sound.samples()[i];
    }
    return values;
  }

  private static int first(boolean[] frames) {
    for (int i = 0; i < frames.length; i++) {
      if (frames[i]) {
        return i;
      }
    }
    return -1;
  }

  private static int last(boolean[] frames) {
    for (int i = frames.length - 1; i >= 0; i--) {
      if (frames[i]) {
        return i;
      }
    }
    return -1;
  }

  private static double percentile(List<Double> values, double share) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  private static Pcm at8k(Pcm sound) {
    return Resampler.convert(sound, RATE);
  }

  private static List<Pcm> wavs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".wav"))
          .sorted()
          .map(file -> at8k(WavFile.read(file)))
          .toList();
    }
  }
}
