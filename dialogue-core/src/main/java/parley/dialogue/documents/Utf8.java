package parley.dialogue.documents;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Text files are UTF-8, and nothing is guessed: a guess would be spoken.
final class Utf8 {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Utf8() {}

  /// Reads with `reader` what the bytes say, or tells the line where they stop being text.
  static Content text(byte[] bytes, Function<String, Content> reader) {
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = strict.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError() || text.indexOf('\0') >= 0) {
      return new Content.Unreadable(
          "It is not text in UTF-8, from line " + (1 + lineEnds(text)) + " on.",
          "Save it as UTF-8, or take it out of the folder.");
    }
    return reader.apply(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
  }

  private static long lineEnds(String text) {
    int zero = text.indexOf('\0');
    return text.substring(0, zero < 0 ? text.length() : zero)
        .chars()
        .filter(c -> c == '\n')
        .count();
  }
}
