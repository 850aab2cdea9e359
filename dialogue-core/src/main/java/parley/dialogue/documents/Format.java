package parley.dialogue.documents;

import java.util.Locale;
import java.util.Optional;

/// The kinds of files that are understood, by their names' endings.
enum Format {
  MARKDOWN,
  HTML,
  PDF,
  TEXT;

  static Optional<Format> of(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "md", "markdown" -> Optional.of(MARKDOWN);
      case "html", "htm", "xhtml" -> Optional.of(HTML);
      case "pdf" -> Optional.of(PDF);
      case "txt" -> Optional.of(TEXT);
      default -> Optional.empty();
    };
  }

  Content read(byte[] bytes) {
    return switch (this) {
      case MARKDOWN -> Markdown.read(bytes);
      case HTML -> Html.read(bytes);
      case PDF -> Pdf.read(bytes);
      case TEXT -> PlainText.read(bytes);
    };
  }
}
