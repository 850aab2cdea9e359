package parley.dialogue.documents;

import java.util.function.Function;
import parley.dialogue.files.Utf8Text;

/// Documents that are text.
final class Utf8 {

  private Utf8() {}

  /// Reads with `reader` what the bytes say, or tells the line where they stop being text.
  static Content text(byte[] bytes, Function<String, Content> reader) {
    return switch (Utf8Text.of(bytes)) {
      case Utf8Text.NoText none ->
          new Content.Unreadable(none.what(), Utf8Text.REMEDY + ", or take it out of the folder.");
      case Utf8Text.Text(String text) -> reader.apply(text);
    };
  }
}
