package parley.mail.header;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.mail.text.MailCharset;

/// Encoded words of a header (RFC 2047), also as programs write them that have not read it: with
/// spaces inside, in quotes, glued to plain text, and with a character parted between two of them.
public final class EncodedWords {

  private static final Pattern WORD =
      Pattern.compile(
          "=\\?([\\w.:+-]{1,40})(?:\\*[\\w-]{0,20})?\\?([bBqQ])\\?([^?\\r\\n]{0,4000})\\?=");

  private EncodedWords() {}

  /// The header with its encoded words decoded. What is no encoded word stays as it stands.
  public static String decode(String header) {
    if (!header.contains("=?")) {
      return header;
    }
    StringBuilder text = new StringBuilder();
    Run run = new Run();
    Matcher matcher = WORD.matcher(header);
    int from = 0;
    while (matcher.find()) {
      String between = header.substring(from, matcher.start());
      if (from == 0 || !between.isBlank()) {
        run.endInto(text);
        text.append(between);
      }
      run.add(matcher.group(1), bytes(matcher.group(2), matcher.group(3)), text);
      from = matcher.end();
    }
    run.endInto(text);
    return text.append(header.substring(from)).toString();
  }

  private static byte[] bytes(String encoding, String encoded) {
    return encoding.equalsIgnoreCase("B") ? base64(encoded) : quoted(encoded);
  }

  private static byte[] base64(String encoded) {
    // Padding in the middle and letters that are none happen; a last lone letter carries nothing.
    String clean = encoded.replaceAll("[^A-Za-z0-9+/]", "");
    int usable = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
    return Base64.getDecoder().decode(clean.substring(0, usable));
  }

  private static byte[] quoted(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      int value = c == '=' && i + 2 < encoded.length() ? hex(encoded, i + 1) : -1;
      if (value >= 0) {
        bytes.write(value);
        i += 2;
      } else if (c == '_') {
        bytes.write(' ');
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : 16 * high + low;
  }

  /// Neighbours of one charset are decoded together: a character may be parted between them.
  private static final class Run {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private String charset = "";

    void add(String named, byte[] more, StringBuilder text) {
      String key = named.toLowerCase(Locale.ROOT);
      if (!key.equals(charset)) {
        endInto(text);
        charset = key;
      }
      bytes.writeBytes(more);
    }

    void endInto(StringBuilder text) {
      text.append(MailCharset.decode(bytes.toByteArray(), charset));
      bytes.reset();
    }
  }
}
