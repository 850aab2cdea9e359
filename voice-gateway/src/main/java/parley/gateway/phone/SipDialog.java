package parley.gateway.phone;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/// Who calls whom, and the numbers and routes that requests between them carry (RFC 3261 section
/// 12). Of the signalling thread.
final class SipDialog {

  private static final String ALLOW = "INVITE, ACK, CANCEL, BYE, UPDATE, OPTIONS, INFO";

  private final String callId = token() + "@parley-phone";
  private final InetSocketAddress local;
  private final String localAddress;
  private final String contact;
  private final String remoteUri;
  private String remoteAddress;
  private String remoteTarget;
  private List<String> routes = List.of();
  private long sequence;

  SipDialog(InetSocketAddress local, InetSocketAddress server, String user, String called) {
    this.local = local;
    String host = server.getAddress().getHostAddress();
    localAddress = "<sip:" + user + "@" + host + ">;tag=" + token();
    contact = "<sip:" + user + "@" + hostPort(local) + ">";
    remoteUri = "sip:" + (called.isEmpty() ? "" : called + "@") + host + ":" + server.getPort();
    remoteAddress = "<" + remoteUri + ">";
    remoteTarget = remoteUri;
  }

  static String token() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static String hostPort(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  String callId() {
    return callId;
  }

  /// A new request with the next CSeq number. Outside of a confirmed dialog it goes to the number
  /// called.
  SipMessage.Request request(String method, String body) {
    sequence++;
    return request(method, sequence, "z9hG4bK" + token(), body);
  }

  private SipMessage.Request request(String method, long number, String branch, String body) {
    SipHeaders headers =
        SipHeaders.none()
            .with("Via", "SIP/2.0/UDP " + hostPort(local) + ";branch=" + branch + ";rport")
            .with("Max-Forwards", "70")
            .with("From", localAddress)
            .with("To", method.equals("REGISTER") ? addressOfRecord() : remoteAddress)
            .with("Call-ID", callId)
            .with("CSeq", number + " " + method)
            .with("Contact", contact)
            .with("User-Agent", "Parley test phone");
    for (String route : routes) {
      headers = headers.with("Route", route);
    }
    if (!body.isEmpty()) {
      headers = headers.with("Allow", ALLOW).with("Content-Type", "application/sdp");
    }
    return new SipMessage.Request(method, remoteTarget, headers, body);
  }

  private String addressOfRecord() {
    return localAddress.substring(0, localAddress.indexOf(">") + 1);
  }

  /// The ACK of an answer (section 13.2.2.4): a transaction of its own with the INVITE's number.
  SipMessage.Request acknowledge(SipMessage.Request invite) {
    return request("ACK", invite.sequence(), "z9hG4bK" + token(), "");
  }

  /// The ACK of a refusal (section 17.1.1.3): the same transaction as the INVITE.
  static SipMessage.Request acknowledgeRefusal(
      SipMessage.Request invite, SipMessage.Response refusal) {
    SipHeaders headers =
        SipHeaders.none()
            .with("Via", invite.headers().required("Via"))
            .with("Max-Forwards", "70")
            .with("From", invite.headers().required("From"))
            .with("To", refusal.headers().required("To"))
            .with("Call-ID", invite.callId())
            .with("CSeq", invite.sequence() + " ACK");
    return new SipMessage.Request("ACK", invite.uri(), headers, "");
  }

  /// The CANCEL of an INVITE that something has answered provisionally (section 9.1).
  static SipMessage.Request cancel(SipMessage.Request invite) {
    SipHeaders headers =
        SipHeaders.none()
            .with("Via", invite.headers().required("Via"))
            .with("Max-Forwards", "70")
            .with("From", invite.headers().required("From"))
            .with("To", invite.headers().required("To"))
            .with("Call-ID", invite.callId())
            .with("CSeq", invite.sequence() + " CANCEL");
    return new SipMessage.Request("CANCEL", invite.uri(), headers, "");
  }

  /// Learns from an answer whom further requests go to.
  void confirm(SipMessage.Response answer) {
    remoteAddress = answer.headers().required("To");
    remoteTarget = answer.headers().first("Contact").map(SipAddress::uri).orElse(remoteUri);
    List<String> recorded = SipAddress.split(answer.headers().all("Record-Route"));
    Collections.reverse(recorded);
    routes = List.copyOf(recorded);
  }

  /// Whether the request's tags are those of this dialog.
  boolean owns(SipMessage.Request request) {
    return SipAddress.parameter(request.headers().required("From"), "tag")
            .equals(SipAddress.parameter(remoteAddress, "tag"))
        && SipAddress.parameter(request.headers().required("To"), "tag")
            .equals(SipAddress.parameter(localAddress, "tag"));
  }

  /// Whether the response comes from the other end of this dialog, not from another one that the
  /// INVITE was forked to.
  boolean owns(SipMessage.Response response) {
    return SipAddress.parameter(response.headers().required("To"), "tag")
        .equals(SipAddress.parameter(remoteAddress, "tag"));
  }

  /// An answer to a request of the other side, with an SDP where the body is not empty.
  SipMessage.Response answer(SipMessage.Request request, int status, String reason, String body) {
    SipMessage.Response plain = plainAnswer(request, status, reason);
    SipHeaders headers = plain.headers().with("Contact", contact).with("Allow", ALLOW);
    if (!body.isEmpty()) {
      headers = headers.with("Content-Type", "application/sdp");
    }
    return new SipMessage.Response(status, reason, headers, body);
  }

  static SipMessage.Response plainAnswer(SipMessage.Request request, int status, String reason) {
    String to = request.headers().required("To");
    boolean tagged = !SipAddress.parameter(to, "tag").isEmpty();
    SipHeaders headers =
        SipHeaders.none()
            .withAll("Via", request.headers())
            .withAll("Record-Route", request.headers())
            .with("From", request.headers().required("From"))
            .with("To", tagged ? to : to + ";tag=" + token())
            .with("Call-ID", request.callId())
            .with("CSeq", request.headers().required("CSeq"));
    return new SipMessage.Response(status, reason, headers, "");
  }
}
