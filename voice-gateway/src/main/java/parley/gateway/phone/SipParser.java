package parley.gateway.phone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one datagram as a SIP message. Everything that the phone relies on later is checked here,
/// so that a message that parses never makes it fail.
final class SipParser {

  private static final Pattern REQUEST_LINE =
      Pattern.compile("([A-Za-z]{1,32}) (\\S{1,1024}) SIP/2\\.0");
  private static final Pattern STATUS_LINE = Pattern.compile("SIP/2\\.0 ([1-6]\\d\\d)(?: (.*))?");
  private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9.!%*_+`'~-]+)\\s*:\\s*(.*)");
  private static final Pattern CSEQ = Pattern.compile("(\\d{1,10})\\s+([A-Za-z]+)");
  private static final List<String> REQUIRED = List.of("Via", "From", "To", "Call-ID", "CSeq");

  private SipParser() {}

  /// Throws a [SipFormatException] for everything that is not a whole SIP message.
  static SipMessage parse(byte[] datagram, int length) {
    String text = new String(datagram, 0, length, StandardCharsets.UTF_8);
    int headEnd = text.indexOf("\r\n\r\n");
    if (headEnd < 0) {
      throw new SipFormatException("A SIP message has an empty line after its headers");
    }
    List<String> lines = unfolded(text.substring(0, headEnd));
    SipHeaders headers = headers(lines);
    String body = body(headers, text.substring(headEnd + 4));
    return message(lines.getFirst(), headers, body);
  }

  private static SipMessage message(String startLine, SipHeaders headers, String body) {
    Matcher status = STATUS_LINE.matcher(startLine);
    if (status.matches()) {
      String reason = status.group(2) == null ? "" : status.group(2).strip();
      return new SipMessage.Response(Integer.parseInt(status.group(1)), reason, headers, body);
    }
    Matcher request = REQUEST_LINE.matcher(startLine);
    if (!request.matches()) {
      throw new SipFormatException("The first line is neither a SIP request nor a SIP status");
    }
    if (!request.group(1).equals(headers.required("CSeq").strip().split("\\s+")[1])) {
      throw new SipFormatException("The request's method differs from that of its CSeq header");
    }
    return new SipMessage.Request(request.group(1), request.group(2), headers, body);
  }

  /// Header lines may go on in lines that begin with a blank (RFC 3261 section 7.3.1).
  private static List<String> unfolded(String head) {
    List<String> lines = new ArrayList<>();
    for (String line : head.split("\r\n")) {
      if (!lines.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
        lines.set(lines.size() - 1, lines.getLast() + " " + line.strip());
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  private static SipHeaders headers(List<String> lines) {
    List<SipHeaders.Header> found = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Matcher header = HEADER.matcher(line);
      if (!header.matches()) {
        throw new SipFormatException("A header line is a name, a colon and a value");
      }
      found.add(new SipHeaders.Header(header.group(1), header.group(2).strip()));
    }
    SipHeaders headers = new SipHeaders(found);
    REQUIRED.forEach(headers::required);
    if (!CSEQ.matcher(headers.required("CSeq").strip()).matches()) {
      throw new SipFormatException("The CSeq header is a number and a method");
    }
    return headers;
  }

  private static String body(SipHeaders headers, String rest) {
    String declared = headers.first("Content-Length").orElse("");
    if (declared.isEmpty()) {
      return rest;
    }
    byte[] bytes = rest.getBytes(StandardCharsets.UTF_8);
    if (!declared.matches("\\d{1,5}") || Integer.parseInt(declared) > bytes.length) {
      throw new SipFormatException("The body is shorter than its Content-Length header says");
    }
    return new String(bytes, 0, Integer.parseInt(declared), StandardCharsets.UTF_8);
  }
}
