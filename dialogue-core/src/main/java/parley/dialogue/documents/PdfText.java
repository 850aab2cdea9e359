package parley.dialogue.documents;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Prints the words of one PDF: the main class of a process that reads a stranger's file, so that
/// the file cannot take the memory and time of the server.
public final class PdfText {

  private PdfText() {}

  /// Exit code 0 with the words on standard output, in UTF-8; 1 where they cannot be read.
  ///
  /// @param arguments the file, and how many characters are wanted at most
  public static void main(String[] arguments) throws IOException {
    Content content = Pdf.read(Files.readAllBytes(Path.of(arguments[0])));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    switch (content) {
      case Content.Usable usable -> out.print(joined(usable, Integer.parseInt(arguments[1])));
      case Content.Unreadable _ -> System.exit(1);
    }
    out.flush();
  }

  private static String joined(Content.Usable usable, int most) {
    StringBuilder text = new StringBuilder();
    for (Block block : usable.blocks()) {
      text.append(block.text()).append('\n');
    }
    return text.substring(0, Math.min(most, text.length()));
  }
}
