package parley.gateway.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the values of From, To, Contact, Via and Record-Route headers.
final class SipAddress {

  private SipAddress() {}

  /// The URI of `"Name" <sip:user@host>;tag=x` or of `sip:user@host;tag=x`.
  static String uri(String header) {
    int open = header.indexOf('<');
    if (open >= 0) {
      int close = header.indexOf('>', open);
      if (close < 0) {
        throw new SipFormatException("An address that opens with < is closed with >");
      }
      return header.substring(open + 1, close);
    }
    int semicolon = header.indexOf(';');
    return (semicolon < 0 ? header : header.substring(0, semicolon)).strip();
  }

  /// The parameter after the address, such as `tag` or `branch`; empty when there is none.
  static String parameter(String header, String name) {
    String afterUri = header.substring(header.indexOf('>') + 1);
    Matcher found =
        Pattern.compile(
                ";\\s*" + Pattern.quote(name) + "\\s*=\\s*([^;,\\s]+)", Pattern.CASE_INSENSITIVE)
            .matcher(afterUri);
    return found.find() ? found.group(1) : "";
  }

  /// One entry for each address of a header that may hold several, split at commas outside of angle
  /// brackets and quotes.
  static List<String> split(List<String> values) {
    List<String> result = new ArrayList<>();
    for (String value : values) {
      int start = 0;
      boolean quoted = false;
      boolean bracketed = false;
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        quoted = (c == '"') != quoted;
        bracketed = !quoted && (c == '<' || (bracketed && c != '>'));
        if (c == ',' && !quoted && !bracketed) {
          result.add(value.substring(start, i).strip());
          start = i + 1;
        }
      }
      result.add(value.substring(start).strip());
    }
    return result;
  }
}
