package parley.gateway.phone;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One side's offer or answer of one audio stream (RFC 4566, RFC 3264).
///
/// @param codecs G.711 payload types both known here and offered, in the order of preference
/// @param eventType payload type of telephone-event (RFC 4733), -1 when it is not offered
record Sdp(InetSocketAddress address, List<Integer> codecs, int eventType, Direction direction) {

  static final int PCMU = 0;
  static final int PCMA = 8;
  static final int OUR_EVENT_TYPE = 101;

  private static final Pattern CONNECTION = Pattern.compile("(?m)^c=IN IP4 ([0-9.]+)");
  private static final Pattern AUDIO =
      Pattern.compile("(?m)^m=audio (\\d{1,5}) RTP/AVPF? ([0-9 ]+)");
  private static final Pattern EVENT =
      Pattern.compile("(?mi)^a=rtpmap:(\\d{1,3}) telephone-event/8000");
  private static final Pattern DIRECTION =
      Pattern.compile("(?m)^a=(sendrecv|sendonly|recvonly|inactive)");

  /// What a side means to do, as RFC 3264 names it.
  enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    /// What the answerer does when the offerer does this: hold is answered with `recvonly`.
    Direction mirrored() {
      return switch (this) {
        case SENDRECV -> SENDRECV;
        case SENDONLY -> RECVONLY;
        case RECVONLY -> SENDONLY;
        case INACTIVE -> INACTIVE;
      };
    }

    boolean receives() {
      return this == SENDRECV || this == RECVONLY;
    }
  }

  Sdp {
    codecs = List.copyOf(codecs);
  }

  static Sdp ours(InetSocketAddress rtp, Direction direction) {
    return new Sdp(rtp, List.of(PCMU, PCMA), OUR_EVENT_TYPE, direction);
  }

  /// The answer to this offer: its codecs and events, and the direction that fits its own.
  Sdp answeredBy(InetSocketAddress rtp) {
    return new Sdp(rtp, codecs, eventType, direction.mirrored());
  }

  /// Reads the other side's description; a [SipFormatException] when there is no audio in it that
  /// this phone can speak.
  static Sdp parse(String text) {
    String body = text.replace("\r\n", "\n");
    Matcher audio = AUDIO.matcher(body);
    Matcher connection = CONNECTION.matcher(body);
    if (!audio.find() || !connection.find()) {
      throw new SipFormatException("An SDP for this phone has a c= line and an m=audio line");
    }
    int port = Integer.parseInt(audio.group(1));
    List<Integer> codecs =
        Arrays.stream(audio.group(2).strip().split("\\s+"))
            .filter(type -> type.length() <= 3)
            .map(Integer::valueOf)
            .filter(type -> type == PCMU || type == PCMA)
            .toList();
    if (port > 65_535 || codecs.isEmpty()) {
      throw new SipFormatException("The SDP offers neither PCMU nor PCMA on a valid port");
    }
    Matcher event = EVENT.matcher(body);
    Matcher direction = DIRECTION.matcher(body);
    return new Sdp(
        address(connection.group(1), port),
        codecs,
        event.find() ? Integer.parseInt(event.group(1)) : -1,
        direction.find()
            ? Direction.valueOf(direction.group(1).toUpperCase(Locale.ROOT))
            : Direction.SENDRECV);
  }

  private static InetSocketAddress address(String literal, int port) {
    try {
      return new InetSocketAddress(Inet4Address.ofLiteral(literal), port);
    } catch (IllegalArgumentException e) {
      throw new SipFormatException("The SDP's c= line holds no IPv4 address");
    }
  }

  /// This description as text. `version` grows with each description of one call.
  String text(long session, int version) {
    String host = address.getAddress().getHostAddress();
    StringBuilder media = new StringBuilder();
    for (int codec : codecs) {
      String name = codec == PCMU ? "PCMU" : "PCMA";
      media.append("a=rtpmap:").append(codec).append(' ').append(name).append("/8000\r\n");
    }
    StringBuilder types = new StringBuilder();
    codecs.forEach(codec -> types.append(' ').append(codec));
    if (eventType >= 0) {
      types.append(' ').append(eventType);
      media.append("a=rtpmap:").append(eventType).append(" telephone-event/8000\r\n");
      media.append("a=fmtp:").append(eventType).append(" 0-16\r\n");
    }
    return "v=0\r\no=- "
        + session
        + " "
        + version
        + " IN IP4 "
        + host
        + "\r\ns=Parley\r\n"
        + "c=IN IP4 "
        + host
        + "\r\nt=0 0\r\nm=audio "
        + address.getPort()
        + " RTP/AVP"
        + types
        + "\r\n"
        + media
        + "a=ptime:20\r\na="
        + direction.name().toLowerCase(Locale.ROOT)
        + "\r\n";
  }
}
