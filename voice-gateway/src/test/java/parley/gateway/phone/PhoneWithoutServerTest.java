package parley.gateway.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PhoneWithoutServerTest {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  /// A port that nobody answers at, with timers a hundred times as fast as usual.
  private static PhoneSettings nobody(int port) {
    return new PhoneSettings(
        new InetSocketAddress(LOOPBACK, port),
        LOOPBACK,
        "1",
        null,
        Duration.ofMillis(5),
        Duration.ofSeconds(5));
  }

  @Test
  void silentServerIsUnreachable() throws Exception {
    try (DatagramSocket silent = new DatagramSocket(0, LOOPBACK);
        TestPhone phone = new TestPhone(nobody(silent.getLocalPort()));
        PhoneCall call = phone.dial("100")) {
      assertInstanceOf(
          DialResult.Unreachable.class, call.awaitDialled(Duration.ofSeconds(10)).orElseThrow());
      assertEquals(CallEnd.NEVER_ANSWERED, call.awaitEnded(Duration.ofSeconds(10)).orElseThrow());
      assertInstanceOf(DialResult.Unreachable.class, phone.register());
    }
  }

  @Test
  void sayingBeforeTheAnswerFails() throws Exception {
    try (DatagramSocket silent = new DatagramSocket(0, LOOPBACK);
        TestPhone phone = new TestPhone(nobody(silent.getLocalPort()));
        PhoneCall call = phone.dial("100")) {
      assertEquals(true, call.say(new short[160]).isCompletedExceptionally());
      assertThrows(IllegalArgumentException.class, () -> call.press("x"));
      assertThrows(IllegalArgumentException.class, () -> phone.dial("sip:a@b"));
    }
  }
}
