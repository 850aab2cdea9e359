package parley.dialogue.llm.chat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads server-sent events (WHATWG HTML, section 9.2): only their data. Lines are decoded whole,
/// so that a character may be cut anywhere on the way. Thread: one.
final class EventStream {

  static final int LONGEST_LINE = 1 << 16;
  static final int LONGEST_STREAM = 1 << 22;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 13];
  private int at;
  private int end;
  private int taken;

  EventStream(InputStream in) {
    this.in = in;
  }

  /// The next event's data, null at the end of the stream.
  ///
  /// @throws ChatFault when a line or the stream is longer than any answer
  @Nullable String next() throws IOException {
    StringBuilder data = new StringBuilder();
    boolean any = false;
    for (String line = line(); line != null; line = line()) {
      if (line.isEmpty() && any) {
        return data.toString();
      }
      if (line.startsWith("data:")) {
        data.append(any ? "\n" : "").append(line, line.startsWith("data: ") ? 6 : 5, line.length());
        any = true;
        if (data.length() > LONGEST_LINE) {
          throw tooLong();
        }
      }
    }
    // Servers are met that end without the empty line.
    return any ? data.toString() : null;
  }

  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      line.write(next);
      if (line.size() > LONGEST_LINE) {
        throw tooLong();
      }
      next = read();
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private int read() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer));
      taken += end;
      if (taken > LONGEST_STREAM) {
        throw tooLong();
      }
      if (end == 0) {
        return -1;
      }
    }
    return buffer[at++] & 0xff;
  }

  private static ChatFault tooLong() {
    return ChatFault.lasting(
        FailureReason.NONSENSE, "The language model sent more than an answer can be.");
  }
}
