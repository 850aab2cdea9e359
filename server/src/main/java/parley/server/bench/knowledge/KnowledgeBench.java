package parley.server.bench.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.EntryWriter;
import parley.dialogue.knowledge.Filter;
import parley.dialogue.knowledge.KnowledgeIndex;
import parley.dialogue.knowledge.Semantics;
import parley.server.measure.Machine;
import parley.server.measure.Timings;

/// Builds a knowledge of many entries on disk and asks it questions, one after the other, with the
/// filter of a day as in a conversation. Uses every core for building and one for asking.
final class KnowledgeBench {

  private static final int WARM_UP = 300;
  private static final int FIRST_FEW = 5;
  private static final int SAID_EVERY = 50_000;
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private final SyntheticKnowledge synthetic;
  private final int entries;
  private final int questions;
  private final Consumer<String> progress;

  KnowledgeBench(
      SyntheticKnowledge synthetic, int entries, int questions, Consumer<String> progress) {
    this.synthetic = synthetic;
    this.entries = entries;
    this.questions = questions;
    this.progress = progress;
  }

  /// @param folder empty; what is written there is left
  KnowledgeBenchReport run(Path folder) throws InterruptedException {
    Machine machine = Machine.here();
    try (ResidentMemory memory = ResidentMemory.watch()) {
      long began = System.nanoTime();
      build(folder);
      double buildSeconds = (System.nanoTime() - began) / 1e9;
      double buildMb = memory.highestMb();
      memory.again();
      Asking asking = ask(folder);
      return new KnowledgeBenchReport(
          entries,
          questions,
          buildSeconds,
          megabytes(folder),
          buildMb,
          memory.highestMb(),
          asking.heapMb(),
          asking.took(),
          asking.first() / (double) questions,
          asking.firstFew() / (double) questions,
          machine);
    } catch (IOException e) {
      throw new UncheckedIOException("The index in " + folder + " cannot be written or read", e);
    }
  }

  private void build(Path folder) throws IOException, InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    AtomicInteger next = new AtomicInteger();
    double bufferMb = Runtime.getRuntime().maxMemory() / 4e6;
    try (EntryWriter writer = new EntryWriter(folder, bufferMb);
        ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(workers.submit(() -> write(writer, next)));
      }
      for (Future<?> one : running) {
        one.get();
      }
      progress.accept("All are in; the index is being completed.");
    } catch (ExecutionException e) {
      throw new IOException("Writing entries failed", e.getCause());
    }
  }

  private void write(EntryWriter writer, AtomicInteger next) {
    for (int number = next.getAndIncrement(); number < entries; number = next.getAndIncrement()) {
      SyntheticKnowledge.Sentence wording = synthetic.wording(number);
      try {
        writer.add(
            SyntheticKnowledge.entry(number, wording.text()), Optional.of(_ -> wording.vector()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (number > 0 && number % SAID_EVERY == 0) {
        progress.accept(number + " of " + entries + " entries");
      }
    }
  }

  /// What asking came to.
  private static final class Asking {
    private final Timings took = new Timings();
    private int first;
    private int firstFew;
    private double heapMb;

    int first() {
      return first;
    }

    int firstFew() {
      return firstFew;
    }

    double heapMb() {
      return heapMb;
    }

    Timings took() {
      return took;
    }
  }

  /// The vector of a question is given, not computed: `eval retrieval` says what that takes.
  private Asking ask(Path folder) {
    SyntheticKnowledge.Sentence[] now = {synthetic.question(0)};
    SentenceVectors given = _ -> now[0].vector();
    Filter filter = Filter.NONE.on(DAY);
    Asking asking = new Asking();
    SplittableRandom random = new SplittableRandom(7);
    try (KnowledgeIndex index =
        KnowledgeIndex.open(folder, Optional.of(Semantics.of(given, given, List.of())))) {
      for (int i = -WARM_UP; i < questions; i++) {
        int number = random.nextInt(entries);
        now[0] = synthetic.question(number);
        asking.took.begin();
        List<Candidate> found = index.search(now[0].text(), FIRST_FEW, filter);
        asking.took.end();
        if (i < 0) {
          asking.took.clear();
        } else {
          int place = place("entry-" + number, found);
          asking.first += place == 0 ? 1 : 0;
          asking.firstFew += place >= 0 ? 1 : 0;
        }
      }
      Runtime heap = Runtime.getRuntime();
      System.gc();
      asking.heapMb = (heap.totalMemory() - heap.freeMemory()) / 1e6;
    }
    return asking;
  }

  private static int place(String id, List<Candidate> found) {
    return found.stream().map(candidate -> candidate.entry().id()).toList().indexOf(id);
  }

  private static double megabytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes / 1e6;
    }
  }
}
