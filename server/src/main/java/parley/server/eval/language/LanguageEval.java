package parley.server.eval.language;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.dialogue.language.LanguageGuess;
import parley.dialogue.language.LinguaDetection;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// Measures how well and how fast languages are told, and what that takes.
final class LanguageEval {
  private static final String FIRST = "the first message loads the models";

  private LanguageEval() {}

  static LanguageReport measure(List<LabelledLanguage> messages, LinguaDetection.Models models) {
    Machine machine = Machine.here();
    long before = heapMb();
    LinguaDetection detection = new LinguaDetection(LinguaDetection.LANGUAGES, models);
    long began = System.nanoTime();
    detection.of(FIRST);
    double loadSeconds = (System.nanoTime() - began) / 1e9;
    // Once without looking at the clock: languages of other scripts are loaded when they are met.
    messages.forEach(message -> detection.of(message.text()));
    LanguageScores scores = new LanguageScores();
    List<Double> took = new ArrayList<>();
    for (LabelledLanguage message : messages) {
      long asked = System.nanoTime();
      LanguageGuess guess = detection.of(message.text());
      took.add((System.nanoTime() - asked) / 1e6);
      scores.add(message, guess);
    }
    return new LanguageReport(
        scores,
        models.name().toLowerCase(Locale.ROOT),
        detection.codes().size(),
        loadSeconds,
        heapMb() - before,
        Spread.of(took),
        machine);
  }

  private static long heapMb() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / 1_000_000;
  }
}
