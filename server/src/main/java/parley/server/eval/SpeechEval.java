package parley.server.eval;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import parley.speech.audio.Resampler;
import parley.speech.audio.WavFile;
import parley.speech.recognize.RecognitionException;
import parley.speech.recognize.RecognizerStream;
import parley.speech.recognize.Transcript;
import parley.speech.recognize.Vocabulary;

/// Recognizes recordings as a call would, at 8 kHz and 20 ms at a time, but ten times as fast: slow
/// enough that nothing waits when an utterance ends, so that the time to its final words is that of
/// a call. Thread: one owner, which blocks.
final class SpeechEval {
  private static final int RATE_HZ = 8_000;
  private static final int FRAME_SAMPLES = 160;
  private static final long PACE_NANOS = 2_000_000;
  private static final long FINAL_SECONDS = 30;

  /// What came of it. Times of the final words in ms.
  ///
  /// @param cpuSeconds what the recognizer's threads worked
  record Result(
      int utterances,
      int words,
      int wrongWords,
      int wrongSentences,
      double audioSeconds,
      double cpuSeconds,
      List<Double> finalMs) {
    Result {
      finalMs = List.copyOf(finalMs);
    }

    double wordErrorRate() {
      return words == 0 ? 0 : (double) wrongWords / words;
    }

    double sentenceErrorRate() {
      return (double) wrongSentences / utterances;
    }

    double realTimeFactor() {
      return audioSeconds == 0 ? 0 : cpuSeconds / audioSeconds;
    }
  }

  private final Ear ear;
  private final Vocabulary vocabulary;
  private final List<Double> finalMs = new ArrayList<>();

  SpeechEval(Ear ear, Vocabulary vocabulary) {
    this.ear = ear;
    this.vocabulary = vocabulary;
  }

  Result run(TestSet set, IntConsumer progress) throws InterruptedException {
    int words = 0;
    int wrongWords = 0;
    int wrongSentences = 0;
    double audioSeconds = 0;
    double cpuBefore = cpuSeconds();
    for (int i = 0; i < set.utterances().size(); i++) {
      TestSet.Utterance utterance = set.utterances().get(i);
      short[] samples = Resampler.convert(WavFile.read(utterance.file()), RATE_HZ).samples();
      int wrong = WordErrors.between(utterance.words(), TestSet.words(hear(samples).text()));
      words += utterance.words().size();
      wrongWords += wrong;
      wrongSentences += wrong == 0 ? 0 : 1;
      audioSeconds += (double) samples.length / RATE_HZ;
      progress.accept(i + 1);
    }
    return new Result(
        set.utterances().size(),
        words,
        wrongWords,
        wrongSentences,
        audioSeconds,
        cpuSeconds() - cpuBefore,
        finalMs);
  }

  private Transcript hear(short[] samples) throws InterruptedException {
    CompletableFuture<Transcript> words = new CompletableFuture<>();
    try (RecognizerStream stream =
        ear.recognizers().open(ear.language(), RATE_HZ, vocabulary, listener(words))) {
      long due = System.nanoTime();
      for (int at = 0; at < samples.length; at += FRAME_SAMPLES) {
        stream.accept(Arrays.copyOfRange(samples, at, at + FRAME_SAMPLES));
        due += PACE_NANOS;
        while (due - System.nanoTime() > 0) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
      }
      long ended = System.nanoTime();
      stream.finish(vocabulary);
      Transcript heard = words.get(FINAL_SECONDS, TimeUnit.SECONDS);
      finalMs.add((System.nanoTime() - ended) / 1e6);
      return heard;
    } catch (ExecutionException | TimeoutException failed) {
      throw new RecognitionException("The recognizer gave no final words", failed);
    }
  }

  private static RecognizerStream.Listener listener(CompletableFuture<Transcript> words) {
    return new RecognizerStream.Listener() {
      @Override
      public void partial(long utterance, Transcript heard) {
        // Partial words are made, as in a call, but nobody needs them here.
      }

      @Override
      public void finished(long utterance, Transcript heard) {
        words.complete(heard);
      }

      @Override
      public void failed(RuntimeException why) {
        words.completeExceptionally(why);
      }
    };
  }

  /// So far, of the threads that recognize.
  private static double cpuSeconds() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo thread = threads.getThreadInfo(id);
      if (thread != null && thread.getThreadName().startsWith("recognizer-")) {
        nanos += Math.max(0, threads.getThreadCpuTime(id));
      }
    }
    return nanos / 1e9;
  }
}
