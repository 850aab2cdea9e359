package parley.server.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What the tests measured on the way, one line each in `target/calls-figures.txt`.
final class Figures {

  private Figures() {}

  static void note(String what, Object value) {
    String line = what + ": " + value + System.lineSeparator();
    try {
      Files.createDirectories(Path.of("target"));
      Files.writeString(
          Path.of("target/calls-figures.txt"),
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
