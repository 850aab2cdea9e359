package parley.server.bench.knowledge;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.KnowledgeIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./parley bench knowledge --entries N`: time, memory and disk of a large knowledge.
@Command(
    name = "knowledge",
    description = "Builds a knowledge of many made-up entries on disk and searches it.",
    mixinStandardHelpOptions = true)
public final class KnowledgeBenchCommand implements Callable<Integer> {
  private static final int MOST = 10_000_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--entries",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "How many, 10 to 10000000 (${DEFAULT-VALUE}). A million wants 5 GB of disk and"
              + " PARLEY_JAVA_OPTS=-Xmx4g.")
  private int entries;

  @Option(
      names = "--questions",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many are asked, 1 to 100000 (${DEFAULT-VALUE}).")
  private int questions;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description =
          "Where the index is built and left. What is there already, from the same number of"
              + " entries, is only asked. Without it the index is deleted at the end.")
  private @Nullable Path kept;

  @Option(names = "--json", description = "Prints one JSON document; progress on standard error.")
  private boolean json;

  private final Supplier<Path> state;
  private final Supplier<List<String>> wordings;
  private final Supplier<SentenceVectors> vectors;

  /// @param state the folder in which the index is built, and deleted again
  /// @param wordings real questions, of which the entries are made
  /// @param vectors loads the model of sentences
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public KnowledgeBenchCommand(
      Supplier<Path> state, Supplier<List<String>> wordings, Supplier<SentenceVectors> vectors) {
    this.state = state;
    this.wordings = wordings;
    this.vectors = vectors;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    within("--entries", entries, 10, MOST);
    within("--questions", questions, 1, 100_000);
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    Consumer<String> progress =
        line -> {
          err.println(line);
          err.flush();
        };
    SyntheticKnowledge synthetic = new SyntheticKnowledge(wordings.get(), vectors.get());
    KnowledgeBench bench = new KnowledgeBench(synthetic, entries, questions, progress);
    KnowledgeBenchReport report = kept == null ? forNow(bench) : bench.run(folder(kept));
    out.print(json ? report.json() : report.table());
    out.flush();
    return 0;
  }

  private KnowledgeBenchReport forNow(KnowledgeBench bench)
      throws InterruptedException, IOException {
    Files.createDirectories(state.get());
    Path folder = Files.createTempDirectory(state.get(), "bench-knowledge-");
    try {
      return bench.run(folder);
    } finally {
      delete(folder);
    }
  }

  /// The folder, if it is new or holds an index of as many entries.
  private Path folder(Path asked) throws IOException {
    Files.createDirectories(asked);
    try (Stream<Path> files = Files.list(asked)) {
      if (files.findAny().isPresent()) {
        check(asked);
      }
    }
    return asked;
  }

  private void check(Path asked) {
    int there = 0;
    try (KnowledgeIndex index = KnowledgeIndex.open(asked, Optional.empty())) {
      there = index.entries();
    } catch (UncheckedIOException _) {
      // Something else lies there: no entries.
    }
    if (there != entries) {
      throw new ParameterException(
          spec.commandLine(),
          "--folder "
              + asked
              + " holds an index of "
              + there
              + " entries; expected an empty folder or one of "
              + entries
              + ".");
    }
  }

  private void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          option + " is " + value + "; expected " + least + " to " + most + ".");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> {
        try {
          Files.delete(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
    Files.delete(folder);
  }
}
