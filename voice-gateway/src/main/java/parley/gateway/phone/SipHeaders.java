package parley.gateway.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The header lines of a SIP message in their order. Names are compared as RFC 3261 section 7.3
/// says: without case, compact forms being the same as long ones.
record SipHeaders(List<Header> lines) {

  record Header(String name, String value) {}

  private static final Map<String, String> COMPACT =
      Map.of(
          "v",
          "via",
          "f",
          "from",
          "t",
          "to",
          "i",
          "call-id",
          "m",
          "contact",
          "l",
          "content-length",
          "c",
          "content-type",
          "s",
          "subject",
          "k",
          "supported");

  SipHeaders {
    lines = List.copyOf(lines);
  }

  static SipHeaders none() {
    return new SipHeaders(List.of());
  }

  /// These lines and one more at the end.
  SipHeaders with(String name, String value) {
    List<Header> more = new ArrayList<>(lines);
    more.add(new Header(name, value));
    return new SipHeaders(more);
  }

  /// These lines and all lines of `source` that have the name, in their order.
  SipHeaders withAll(String name, SipHeaders source) {
    SipHeaders result = this;
    for (String value : source.all(name)) {
      result = result.with(name, value);
    }
    return result;
  }

  SipHeaders without(String name) {
    return new SipHeaders(lines.stream().filter(line -> !same(line.name(), name)).toList());
  }

  Optional<String> first(String name) {
    return lines.stream().filter(line -> same(line.name(), name)).map(Header::value).findFirst();
  }

  /// The value of a header that the parser has made sure of.
  String required(String name) {
    return first(name)
        .orElseThrow(() -> new SipFormatException("A SIP message needs a " + name + " header"));
  }

  List<String> all(String name) {
    return lines.stream().filter(line -> same(line.name(), name)).map(Header::value).toList();
  }

  private static boolean same(String one, String other) {
    return longForm(one).equals(longForm(other));
  }

  private static String longForm(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return COMPACT.getOrDefault(lower, lower);
  }
}
