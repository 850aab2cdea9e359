package parley.server.eval;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Lines of a file that somebody wrote for `eval`.
public final class TextLines {
  private TextLines() {}

  /// @param expected what the file should hold, for the sentence that says why it cannot be read
  /// @throws BadTestSetException with one sentence
  public static List<String> of(Path file, String expected) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      throw new BadTestSetException(file + " is not text in UTF-8; expected " + expected);
    } catch (IOException e) {
      throw new BadTestSetException(file + " cannot be read; expected " + expected);
    }
  }
}
