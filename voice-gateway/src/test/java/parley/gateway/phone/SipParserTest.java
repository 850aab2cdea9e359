package parley.gateway.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SipParserTest {

  private static final String HEADERS =
      """
      Via: SIP/2.0/UDP 127.0.0.2:5070;branch=z9hG4bKabc;rport=5070
      From: "A, B" <sip:a@host;x=y>;tag=f1
      To: <sip:b@host>;tag=t1
      Call-ID: 42@host
      CSeq: 7 INVITE
      """;

  private static SipMessage parse(String text) {
    byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    return SipParser.parse(bytes, bytes.length);
  }

  @Test
  void requestIsReadWithItsBodyCutToContentLength() {
    SipMessage message =
        parse("INVITE sip:b@host SIP/2.0\n" + HEADERS + "Content-Length: 4\n\nbodyrest");
    SipMessage.Request request = assertInstanceOf(SipMessage.Request.class, message);
    assertEquals("INVITE", request.method());
    assertEquals("sip:b@host", request.uri());
    assertEquals("body", request.body());
    assertEquals(7, request.sequence());
    assertEquals("z9hG4bKabc", request.branch());
  }

  @Test
  void statusWithoutReasonIsRead() {
    SipMessage.Response response =
        assertInstanceOf(SipMessage.Response.class, parse("SIP/2.0 486\n" + HEADERS + "\n"));
    assertEquals(486, response.status());
    assertEquals("", response.reason());
    assertEquals("INVITE", response.sequenceMethod());
  }

  @Test
  void compactNamesAndFoldedLinesAreUnderstood() {
    SipMessage message =
        parse(
            """
            SIP/2.0 200 OK
            v: SIP/2.0/UDP host
             ;branch=z9hG4bKx
            f: <sip:a@host>;tag=1
            t: <sip:b@host>;tag=2
            i: 43
            CSeq: 1 BYE
            l: 0

            """);
    assertEquals("43", message.callId());
    assertEquals("z9hG4bKx", message.branch());
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    SipMessage message = parse("INVITE sip:b@host SIP/2.0\n" + HEADERS + "\nv=0\n");
    byte[] bytes = message.bytes();
    SipMessage again = SipParser.parse(bytes, bytes.length);
    assertEquals(message.startLine(), again.startLine());
    assertEquals(message.body(), again.body());
    assertEquals(message.headers().all("Via"), again.headers().all("Via"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "garbage",
        "GET / HTTP/1.1\nHost: x\n\n",
        "INVITE sip:b@host SIP/2.0\n\n",
        "SIP/2.0 999 What\nVia: x\nFrom: x\nTo: x\nCall-ID: x\nCSeq: 1 BYE\n\n",
        "SIP/2.0 200 OK\nVia: x\nFrom: x\nTo: x\nCall-ID: x\nCSeq: one BYE\n\n",
        "SIP/2.0 200 OK\nVia: x\nFrom: x\nTo: x\nCall-ID: x\nCSeq: 1 BYE\nno colon\n\n",
        "SIP/2.0 200 OK\nVia: x\nFrom: x\nTo: x\nCall-ID: x\nCSeq: 1 BYE\nContent-Length: 9\n\nx",
        "SIP/2.0 200 OK\nVia: x\nFrom: x\nTo: x\nCall-ID: x\nCSeq: 1 BYE\nContent-Length: -1\n\n",
        "BYE sip:b@host SIP/2.0\nVia: x\nFrom: x\nTo: x\nCall-ID: x\nCSeq: 1 INVITE\n\n",
      })
  void whatIsNotSipIsRefused(String text) {
    assertThrows(SipFormatException.class, () -> parse(text));
  }

  @Test
  void noRandomBytesBreakTheParser() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    byte[] valid =
        ("INVITE sip:b@host SIP/2.0\n" + HEADERS + "\nv=0\n")
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = valid.clone();
      for (int i = 0; i < 8; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        SipMessage message = SipParser.parse(bytes, random.nextInt(bytes.length + 1));
        // Everything that the phone reads of any message.
        String read = message.callId() + message.branch() + message.sequence();
        assertTrue(read.length() > 0);
      } catch (SipFormatException e) {
        refused++;
      }
    }
    assertTrue(refused > 0);
  }

  @Test
  void addressesAreSplitOutsideOfQuotesAndBrackets() {
    assertEquals(
        List.of("<sip:a,b@h;lr>", "\"x,y\" <sip:c@h>", "<sip:d@h>"),
        SipAddress.split(List.of("<sip:a,b@h;lr>, \"x,y\" <sip:c@h>", "<sip:d@h>")));
    assertEquals("sip:a@host;x=y", SipAddress.uri("\"A, B\" <sip:a@host;x=y>;tag=f1"));
    assertEquals("f1", SipAddress.parameter("\"A\" <sip:a@host;tag=no>;tag=f1", "tag"));
    assertEquals("sip:a@host", SipAddress.uri("sip:a@host;tag=q"));
  }
}
