package parley.gateway.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdpTest {

  @Test
  void whatIsOfferedIsReadBackTheSame() {
    Sdp ours =
        Sdp.ours(
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 4_000),
            Sdp.Direction.SENDRECV);
    assertEquals(ours, Sdp.parse(ours.text(1, 1)));
  }

  @Test
  void codecsKeepTheirOrderAndOthersAreLeftOut() {
    Sdp sdp =
        Sdp.parse(
            """
            v=0
            c=IN IP4 10.0.0.1
            m=audio 9 RTP/AVP 9 8 0 96
            a=rtpmap:96 telephone-event/8000
            """);
    assertEquals(List.of(Sdp.PCMA, Sdp.PCMU), sdp.codecs());
    assertEquals(96, sdp.eventType());
  }

  @ParameterizedTest
  @CsvSource({
    "sendrecv, SENDRECV",
    "sendonly, RECVONLY",
    "recvonly, SENDONLY",
    "inactive, INACTIVE"
  })
  void holdIsMirrored(String offered, Sdp.Direction answered) {
    Sdp sdp = Sdp.parse("v=0\r\nc=IN IP4 10.0.0.1\r\nm=audio 9 RTP/AVP 0\r\na=" + offered + "\r\n");
    assertEquals(answered, sdp.direction().mirrored());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v=0\r\nc=IN IP4 10.0.0.1\r\n",
        "v=0\r\nm=audio 9 RTP/AVP 0\r\n",
        "v=0\r\nc=IN IP4 10.0.0.1\r\nm=audio 9 RTP/AVP 9\r\n",
        "v=0\r\nc=IN IP4 10.0.0.1\r\nm=audio 99999 RTP/AVP 0\r\n",
        "v=0\r\nc=IN IP4 10.0.0.999\r\nm=audio 9 RTP/AVP 0\r\n",
        "v=0\r\nc=IN IP4 10.0.0.1\r\nm=video 9 RTP/AVP 0\r\n",
      })
  void whatThisPhoneCannotSpeakIsRefused(String text) {
    assertThrows(SipFormatException.class, () -> Sdp.parse(text));
  }
}
