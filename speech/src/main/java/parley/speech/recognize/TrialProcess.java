package parley.speech.recognize;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs [ModelTrial] with the Java and the class path of this process and reads what it wrote. The
/// child works in a folder of its own, where a crash leaves its report, its core and the copy of
/// libvosk that JNA made; it is removed afterwards. Thread: any, which waits.
final class TrialProcess implements ModelTrials.Launcher {
  private static final Logger LOG = LoggerFactory.getLogger(TrialProcess.class);

  /** The vendor's largest model, 4 GB, from a slow disk. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** libvosk can repeat itself without end; the first lines say why. */
  private static final int MOST_OUTPUT_BYTES = 1 << 16;

  /**
   * The operator's, for the server alone: an agent or a debugger's port would fail in the child.
   */
  private static final List<String> JAVA_OPTIONS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final Duration longest;
  private final Path temporary;

  TrialProcess() {
    this(LONGEST, temporary());
  }

  /// @param temporary a folder for the child's own one
  TrialProcess(Duration longest, Path temporary) {
    this.longest = longest;
    this.temporary = temporary;
  }

  @Override
  public ModelTrials.Ended run(ModelFolder model) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory(temporary, "parley-trial-");
      return run(model, folder);
    } catch (IOException e) {
      throw new RecognitionException(
          model.path()
              + " could not be tried in a process of its own: "
              + e.getMessage()
              + "; expected a Java that can be started and room in "
              + temporary,
          e);
    } finally {
      if (folder != null) {
        remove(folder);
      }
    }
  }

  private ModelTrials.Ended run(ModelFolder model, Path folder) throws IOException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command(model, folder))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeAll(JAVA_OPTIONS);
    Process child = builder.start();
    try {
      boolean ended = child.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
      return new ModelTrials.Ended(
          ended ? child.exitValue() : ModelTrials.Ended.LATE, lines(output));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecognitionException("Interrupted while " + model.path() + " was tried", e);
    } finally {
      child.destroyForcibly().onExit().join();
    }
  }

  private static List<String> command(ModelFolder model, Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:ErrorFile=" + folder.resolve("crash.txt"),
        "-XX:-CreateCoredumpOnCrash",
        "--enable-native-access=ALL-UNNAMED",
        "-Dstderr.encoding=UTF-8",
        "-Djava.io.tmpdir=" + folder,
        "-Djna.tmpdir=" + folder,
        "-cp",
        classPath(),
        ModelTrial.class.getName(),
        model.path().toAbsolutePath().toString());
  }

  /** The child stands elsewhere. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(":"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(":"));
  }

  /** Where libraries may be executed, which JNA needs as well. */
  private static Path temporary() {
    return Path.of(System.getProperty("jna.tmpdir", System.getProperty("java.io.tmpdir", "/tmp")));
  }

  private static List<String> lines(Path output) throws IOException {
    try (InputStream in = Files.newInputStream(output)) {
      return new String(in.readNBytes(MOST_OUTPUT_BYTES), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList().reversed()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.warn("{} of a model's trial could not be removed: {}", folder, e.getMessage());
    }
  }
}
