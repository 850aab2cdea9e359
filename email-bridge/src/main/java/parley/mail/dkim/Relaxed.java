package parley.mail.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A mail in the form `relaxed/relaxed` (RFC 6376, 3.4), which survives what relays do to white
/// space. Bytes are read as ISO 8859-1 and stay what they are. Pure.
final class Relaxed {

  private Relaxed() {}

  /// A header's fields as they stand in the mail, without the line's end behind them.
  static List<String> fields(String header) {
    List<String> fields = new ArrayList<>();
    for (String line : header.split("\r\n", -1)) {
      if (line.isEmpty()) {
        break;
      }
      boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
      if (goesOn && !fields.isEmpty()) {
        fields.add(fields.removeLast() + "\r\n" + line);
      } else {
        fields.add(line);
      }
    }
    return fields;
  }

  static String name(String field) {
    int colon = field.indexOf(':');
    return (colon < 0 ? field : field.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
  }

  /// 3.4.2: lower-case name, one space for white space, none around the colon and at the end.
  static String field(String field) {
    String value = field.substring(field.indexOf(':') + 1);
    return name(field)
        + ":"
        + value.replace("\r\n", "").replaceAll("[ \t]+", " ").replaceAll("^ | $", "");
  }

  /// 3.4.4: no white space at the ends of lines, one space within, no empty lines at the end.
  static byte[] body(String body) {
    ByteArrayOutputStream relaxed = new ByteArrayOutputStream(body.length());
    int empty = 0;
    for (String line : body.split("\r\n", -1)) {
      String kept = line.replaceAll("[ \t]+", " ").replaceAll(" $", "");
      if (kept.isEmpty()) {
        empty++;
        continue;
      }
      relaxed.writeBytes("\r\n".repeat(empty).getBytes(StandardCharsets.ISO_8859_1));
      relaxed.writeBytes((kept + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      empty = 0;
    }
    return relaxed.toByteArray();
  }
}
