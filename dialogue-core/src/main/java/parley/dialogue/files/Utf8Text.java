package parley.dialogue.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// Text files are UTF-8, and nothing is guessed: a guess would be spoken. Pure; any thread.
public sealed interface Utf8Text {

  /// What people and tools say of a file that is not.
  String REMEDY = "Save it as UTF-8";

  /// Without the mark that some editors put before it.
  record Text(String text) implements Utf8Text {}

  /// @param line from which on it is no text
  record NoText(int line) implements Utf8Text {
    public String what() {
      return "It is not text in UTF-8, from line " + line + " on.";
    }
  }

  static Utf8Text of(byte[] bytes) {
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = strict.decode(ByteBuffer.wrap(bytes), out, true);
    String text = out.flip().toString();
    int zero = text.indexOf('\0');
    if (result.isError() || zero >= 0) {
      String before = zero < 0 ? text : text.substring(0, zero);
      return new NoText(1 + (int) before.chars().filter(c -> c == '\n').count());
    }
    return new Text(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }
}
