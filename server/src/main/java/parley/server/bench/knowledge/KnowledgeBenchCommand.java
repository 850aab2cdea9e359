package parley.server.bench.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.KnowledgeIndex;
import parley.server.bench.BenchPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./parley bench knowledge --entries N`: time, memory and disk of a large knowledge.
@Command(
    name = "knowledge",
    description = "Builds a knowledge of many made-up entries on disk and searches it.",
    mixinStandardHelpOptions = true)
public final class KnowledgeBenchCommand extends BenchPart {
  private static final int MOST = 10_000_000;

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
    SyntheticKnowledge synthetic = new SyntheticKnowledge(wordings.get(), vectors.get());
    KnowledgeBench bench = new KnowledgeBench(synthetic, entries, questions, progress());
    KnowledgeBenchReport report =
        kept == null
            ? measured(state.get(), "bench-knowledge-", bench::run)
            : bench.run(folder(kept));
    print(report.table(), report.json());
    return 0;
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
      throw wrong(
          "--folder "
              + asked
              + " holds an index of "
              + there
              + " entries; expected an empty folder or one of "
              + entries
              + ".");
    }
  }
}
