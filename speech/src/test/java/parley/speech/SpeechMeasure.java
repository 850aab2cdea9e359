package parley.speech;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import parley.config.Settings;
import parley.speech.audio.Frames;
import parley.speech.audio.Pcm;
import parley.speech.audio.Resampler;
import parley.speech.audio.WavFile;
import parley.speech.recognize.HeardWords;
import parley.speech.recognize.ModelFolder;
import parley.speech.recognize.RecognizerStream;
import parley.speech.recognize.Vocabulary;
import parley.speech.recognize.VoskRecognizers;
import parley.speech.synthesize.MarySynthesizer;

/// Measures the recognizer and the voice: `SpeechMeasure MODEL_FOLDER WAV_FOLDER [PREFIX]`. Prints
/// what docs/results/speech.md shows.
final class SpeechMeasure {
  private static final int RATE = 8000;
  private static final int MOST_FILES = 20;
  private static final Settings.Speech SETTINGS =
      new Settings.Speech("auto", 1, 1, Duration.ofSeconds(60), Duration.ofMinutes(5), true);
  private static final Vocabulary DIGITS =
      new Vocabulary.Phrases(
          "digits",
          List.of(
              "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight",
              "nine"));
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private SpeechMeasure() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    say("resident at start", "%.0f MB".formatted(residentMb()));
    long start = System.nanoTime();
    double before = residentMb();
    VoskRecognizers recognizers =
        new VoskRecognizers(Map.of("en", ModelFolder.at(Path.of(args[0]))), SETTINGS);
    say("model loaded", "%.0f ms, %.0f MB".formatted(millisSince(start), residentMb() - before));
    List<List<short[]>> calls = calls(Path.of(args[1]), args.length > 2 ? args[2] : "");
    for (Vocabulary vocabulary : List.of(Vocabulary.OPEN, DIGITS)) {
      String name = vocabulary.equals(DIGITS) ? "digits" : "open";
      fast(name + ", cold", recognizers, vocabulary, calls);
      fast(name + ", warm", recognizers, vocabulary, calls);
      paced(name, recognizers, vocabulary, calls);
      memory(name, recognizers, vocabulary, calls);
    }
    recognizers.close();
    voice();
  }

  private static void fast(
      String name, VoskRecognizers recognizers, Vocabulary vocabulary, List<List<short[]>> calls)
      throws InterruptedException {
    long cpu = recognizerCpu();
    double audio = 0;
    for (List<short[]> call : calls) {
      HeardWords heard = new HeardWords();
      try (RecognizerStream stream = recognizers.open("en", RATE, vocabulary, heard)) {
        call.forEach(stream::accept);
        stream.finish(vocabulary);
        heard.awaitResult();
      }
      audio += call.size() * 0.02;
    }
    say(
        name,
        "CPU %.4f x real time (%.0f s)".formatted((recognizerCpu() - cpu) / 1e9 / audio, audio));
  }

  private static void paced(
      String name, VoskRecognizers recognizers, Vocabulary vocabulary, List<List<short[]>> calls)
      throws InterruptedException {
    List<Double> finals = new ArrayList<>();
    long cpu = recognizerCpu();
    double audio = 0;
    for (List<short[]> call : calls) {
      HeardWords heard = new HeardWords();
      try (RecognizerStream stream = recognizers.open("en", RATE, vocabulary, heard)) {
        long begin = System.nanoTime();
        for (int i = 0; i < call.size(); i++) {
          LockSupport.parkNanos(begin + i * 20_000_000L - System.nanoTime());
          stream.accept(call.get(i));
        }
        long finished = System.nanoTime();
        stream.finish(vocabulary);
        heard.awaitResult();
        finals.add(millisSince(finished));
        audio += call.size() * 0.02;
      }
    }
    say(
        name + ", fed in real time",
        "CPU %.4f x real time, final after %.1f / %.1f ms (p50 / p95)"
            .formatted(
                (recognizerCpu() - cpu) / 1e9 / audio,
                percentile(finals, 0.5),
                percentile(finals, 0.95)));
  }

  private static void memory(
      String name, VoskRecognizers recognizers, Vocabulary vocabulary, List<List<short[]>> calls)
      throws InterruptedException, IOException {
    double before = residentMb();
    List<RecognizerStream> streams = new ArrayList<>();
    for (List<short[]> call : calls) {
      HeardWords heard = new HeardWords();
      RecognizerStream stream = recognizers.open("en", RATE, vocabulary, heard);
      streams.add(stream);
      call.forEach(stream::accept);
      stream.finish(vocabulary);
      heard.awaitResult();
    }
    say(name + ", memory", "%.1f MB a stream".formatted((residentMb() - before) / streams.size()));
    streams.forEach(RecognizerStream::close);
  }

  private static void voice() throws IOException {
    double before = residentMb();
    long start = System.nanoTime();
    MarySynthesizer voice = new MarySynthesizer(RATE, SETTINGS);
    say("voice started", "%.0f ms".formatted(millisSince(start)));
    start = System.nanoTime();
    voice.speak("en", "Hello.").join();
    say("first sentence of all", "%.0f ms".formatted(millisSince(start)));
    for (String sentence :
        List.of(
            "Yes, of course.",
            "Your order will arrive tomorrow.",
            "You can change your address in the app under settings, or call us on any weekday.")) {
      List<Double> times = new ArrayList<>();
      Pcm sound = Pcm.empty(RATE);
      for (int i = 0; i < 20; i++) {
        start = System.nanoTime();
        sound = voice.speak("en", sentence).join();
        times.add(millisSince(start));
      }
      say(
          sentence.length() + " characters",
          "%.0f / %.0f ms (p50 / p95) for %.2f s of sound"
              .formatted(
                  percentile(times, 0.5),
                  percentile(times, 0.95),
                  sound.duration().toMillis() / 1000.0));
    }
    say("voice memory", "%.0f MB with heap".formatted(residentMb() - before));
    voice.close();
  }

  private static List<List<short[]>> calls(Path folder, String prefix) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .limit(MOST_FILES)
          .map(file -> Frames.of(Resampler.convert(WavFile.read(file), RATE)))
          .toList();
    }
  }

  private static long recognizerCpu() {
    long sum = 0;
    for (var thread : CPU.dumpAllThreads(false, false)) {
      if (thread.getThreadName().startsWith("recognizer-")) {
        sum += CPU.getThreadCpuTime(thread.getThreadId());
      }
    }
    return sum;
  }

  private static double residentMb() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElse(0)
        / 1024.0;
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static double percentile(List<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  private static void say(String what, String measured) {
    System.out.println("| " + what + " | " + measured + " |");
  }
}
