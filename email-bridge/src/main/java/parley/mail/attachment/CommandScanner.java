package parley.mail.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a program, such as `clamdscan --no-summary --fdpass`, about a file. The file's path is its
/// last argument; no shell is in between. Exit code 0 is clean, 1 is infected, as with ClamAV; all
/// others, and a program that takes too long, have failed.
///
/// Thread: any; blocks.
public final class CommandScanner implements AttachmentScanner {

  private static final Logger log = LoggerFactory.getLogger(CommandScanner.class);

  private final List<String> command;
  private final Duration longest;

  /// @param command the program and its arguments
  /// @param longest time for one file
  public CommandScanner(List<String> command, Duration longest) {
    if (command.isEmpty() || !longest.isPositive()) {
      throw new IllegalArgumentException("A scanner is a program and a time above 0");
    }
    this.command = List.copyOf(command);
    this.longest = longest;
  }

  @Override
  public Verdict scan(Path file) {
    List<String> words = new ArrayList<>(command);
    words.add(file.toAbsolutePath().toString());
    try {
      Process program =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      program.getOutputStream().close();
      return verdict(program);
    } catch (IOException _) {
      log.error("The scanner of attachments cannot be started: {}", command.getFirst());
      return Verdict.FAILED;
    }
  }

  private Verdict verdict(Process program) {
    try {
      if (!program.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        log.error("The scanner of attachments takes longer than {}", longest);
        return Verdict.FAILED;
      }
      return switch (program.exitValue()) {
        case 0 -> Verdict.CLEAN;
        case 1 -> Verdict.INFECTED;
        default -> {
          log.error("The scanner of attachments failed: exit code {}", program.exitValue());
          yield Verdict.FAILED;
        }
      };
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Verdict.FAILED;
    } finally {
      program.descendants().forEach(ProcessHandle::destroyForcibly);
      program.destroyForcibly();
    }
  }
}
