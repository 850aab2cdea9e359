package parley.mail.header;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import parley.mail.text.MailCharset;

/// A header with parameters, like Content-Type: its value in lower case, and what stands behind it.
/// Knows continued and encoded parameters (RFC 2231), and encoded words where none may stand.
///
/// @param value in lower case, without white space; empty where the header is missing or broken
/// @param byName parameters by their names in lower case
public record Parameters(String value, Map<String, String> byName) {

  /** `filename*2*` is the third piece of an encoded filename. */
  private static final int MOST_PIECES = 100;

  public Parameters {
    byName = Map.copyOf(byName);
  }

  /// @param name of the header, for the grammar's sake only
  public static Parameters of(String name, String header) {
    RawBody parsed = RawFieldParser.DEFAULT.parseRawBody(new RawField(name, header));
    String value = Optional.ofNullable(parsed.getValue()).orElse("");
    return new Parameters(
        value.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""), merged(parsed.getParams()));
  }

  public String get(String name) {
    return byName.getOrDefault(name, "");
  }

  private static Map<String, String> merged(List<NameValuePair> pairs) {
    Map<String, String> values = new HashMap<>();
    Map<String, TreeMap<Integer, String>> pieces = new HashMap<>();
    for (NameValuePair pair : pairs) {
      String name = pair.getName().toLowerCase(Locale.ROOT).strip();
      String value = Optional.ofNullable(pair.getValue()).orElse("");
      int star = name.indexOf('*');
      if (star > 0) {
        pieces
            .computeIfAbsent(name.substring(0, star), _ -> new TreeMap<>())
            .putIfAbsent(
                number(name.substring(star + 1)), name.endsWith("*") ? "*" + value : " " + value);
      } else {
        values.putIfAbsent(name, EncodedWords.decode(value));
      }
    }
    // The encoded form says more than the plain one that stands beside it for old programs.
    pieces.forEach((name, parts) -> values.put(name, joined(List.copyOf(parts.values()))));
    return values;
  }

  private static int number(String star) {
    String digits = star.replace("*", "");
    return digits.matches("\\d{1,3}") ? Math.min(Integer.parseInt(digits), MOST_PIECES) : 0;
  }

  /// @param parts each with a star before it where it is encoded, a space where it is not
  private static String joined(List<String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String charset = "";
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i).substring(1);
      if (parts.get(i).charAt(0) != '*') {
        bytes.writeBytes(part.getBytes(StandardCharsets.UTF_8));
        continue;
      }
      int second = part.indexOf('\'', part.indexOf('\'') + 1);
      if (i == 0 && second > 0) {
        charset = part.substring(0, part.indexOf('\''));
        part = part.substring(second + 1);
      }
      percent(part, bytes);
    }
    return MailCharset.decode(bytes.toByteArray(), charset);
  }

  private static void percent(String text, ByteArrayOutputStream bytes) {
    for (int i = 0; i < text.length(); i++) {
      int value = text.charAt(i) == '%' ? EncodedWords.hex(text, i + 1) : -1;
      if (value >= 0) {
        bytes.write(value);
        i += 2;
      } else {
        bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
