package parley.gateway.phone;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One SIP message (RFC 3261), as it came from or goes to a datagram.
sealed interface SipMessage {

  SipHeaders headers();

  String body();

  String startLine();

  /// A request such as `INVITE sip:9@host SIP/2.0`.
  record Request(String method, String uri, SipHeaders headers, String body) implements SipMessage {
    @Override
    public String startLine() {
      return method + " " + uri + " SIP/2.0";
    }

    Request withHeader(String name, String value) {
      return new Request(method, uri, headers.with(name, value), body);
    }
  }

  /// A response such as `SIP/2.0 200 OK`.
  record Response(int status, String reason, SipHeaders headers, String body)
      implements SipMessage {
    @Override
    public String startLine() {
      return "SIP/2.0 " + status + " " + reason;
    }

    boolean provisional() {
      return status < 200;
    }

    boolean success() {
      return status >= 200 && status < 300;
    }
  }

  default String callId() {
    return headers().required("Call-ID");
  }

  /// The number of the CSeq header.
  default long sequence() {
    return Long.parseLong(headers().required("CSeq").strip().split("\\s+")[0]);
  }

  /// The method that the CSeq header names, also in responses.
  default String sequenceMethod() {
    return headers().required("CSeq").strip().split("\\s+")[1].toUpperCase(Locale.ROOT);
  }

  /// The branch of the topmost Via: the transaction's identity.
  default String branch() {
    return SipAddress.parameter(headers().required("Via"), "branch");
  }

  default byte[] bytes() {
    byte[] content = body().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(startLine()).append("\r\n");
    for (SipHeaders.Header line : headers().lines()) {
      head.append(line.name()).append(": ").append(line.value()).append("\r\n");
    }
    head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[start.length + content.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(content, 0, all, start.length, content.length);
    return all;
  }
}
