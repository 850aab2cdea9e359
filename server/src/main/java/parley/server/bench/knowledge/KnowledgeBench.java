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
  private static final int SAID_EVERY = 20_000;

  /**
   * The share of the heap that entries wait in: the graph of each part of the index is built as
   * they come, and built again wherever two parts are joined. So the fewer parts, the better.
   */
  private static final double BUFFERED = 0.6;

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

  /// @param folder what is written there is left; an index that is there already is only asked
  KnowledgeBenchReport run(Path folder) throws InterruptedException {
    Machine machine = Machine.here();
    try (ResidentMemory memory = ResidentMemory.watch()) {
      Optional<KnowledgeBenchReport.Building> building = Optional.empty();
      if (isEmpty(folder)) {
        long began = System.nanoTime();
        build(folder);
        double seconds = (System.nanoTime() - began) / 1e9;
        building = Optional.of(new KnowledgeBenchReport.Building(seconds, memory.highestMb()));
        memory.again();
      }
      Asking asking = ask(folder);
      return new KnowledgeBenchReport(
          entries,
          questions,
          building,
          megabytes(folder),
          memory.highestMb(),
          asking.heapMb(),
          asking.took(),
          asking.model(),
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
    double bufferMb = BUFFERED * Runtime.getRuntime().maxMemory() / 1e6;
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
            SyntheticKnowledge.entry(number, wording.text(), DAY),
            Optional.of(_ -> wording.vector()));
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
    private final Timings model = new Timings();
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

    Timings model() {
      return model;
    }
  }

  /// The model works on the words of every question, because that takes its time in a conversation
  /// too; what is searched for is the vector that was made up.
  private Asking ask(Path folder) {
    SyntheticKnowledge.Sentence[] now = {synthetic.question(0)};
    Asking asking = new Asking();
    SentenceVectors given =
        text -> {
          asking.model.begin();
          var _ = synthetic.model().of(text);
          asking.model.end();
          return now[0].vector();
        };
    Filter filter = Filter.NONE.on(DAY);
    SplittableRandom random = new SplittableRandom(7);
    try (KnowledgeIndex index =
        KnowledgeIndex.open(folder, Optional.of(Semantics.of(given, given, List.of())))) {
      for (int i = -WARM_UP; i < questions; i++) {
        int number = holding(random);
        now[0] = synthetic.question(number);
        asking.took.begin();
        List<Candidate> found = index.search(now[0].text(), FIRST_FEW, filter);
        asking.took.end();
        if (i < 0) {
          asking.took.clear();
          asking.model.clear();
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

  private int holding(SplittableRandom random) {
    int number = random.nextInt(entries);
    while (SyntheticKnowledge.ended(number)) {
      number = random.nextInt(entries);
    }
    return number;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
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
