package parley.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// One part of `bench` that needs no running Parley, a class with `@Command`: measures in a folder
/// of its own, and prints a table or one JSON document.
public abstract class BenchPart implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Prints one JSON document; progress on standard error.")
  private boolean json;

  /// What is measured in a folder.
  @FunctionalInterface
  protected interface Measuring<R> {
    R in(Path folder) throws InterruptedException, IOException;
  }

  /// @throws ParameterException when a value is out of its bounds
  protected final void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw wrong(option + " is " + value + "; expected " + least + " to " + most + ".");
    }
  }

  /// What the arguments got wrong; to be thrown.
  protected final ParameterException wrong(String sentence) {
    return new ParameterException(spec().commandLine(), sentence);
  }

  /// Says something on standard error, while measuring.
  protected final Consumer<String> progress() {
    PrintWriter err = spec().commandLine().getErr();
    return line -> {
      err.println(line);
      err.flush();
    };
  }

  protected final void print(String table, String document) {
    PrintWriter out = spec().commandLine().getOut();
    out.print(json ? document : table);
    out.flush();
  }

  /// Measures in a new folder, which is deleted in any case.
  protected static <R> R measured(Path parent, String name, Measuring<R> measuring)
      throws InterruptedException, IOException {
    Files.createDirectories(parent);
    Path folder = Files.createTempDirectory(parent, name);
    try {
      return measuring.in(folder);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      boolean _ = Files.deleteIfExists(file);
    }
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("Not run by picocli");
    }
    return spec;
  }
}
