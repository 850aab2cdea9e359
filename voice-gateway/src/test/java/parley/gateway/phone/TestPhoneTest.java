package parley.gateway.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.config.Secret;

/// The phone against a real Asterisk, most of it against its echo.
@Tag("calls")
class TestPhoneTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final InetAddress TRUNK = InetAddress.ofLiteral("127.0.0.2");

  private static EchoAsterisk asterisk;

  @BeforeAll
  static void startAsterisk() throws IOException {
    Optional<Path> program = EchoAsterisk.installed();
    Assumptions.assumeTrue(
        program.isPresent(), "No Asterisk in .parley/asterisk: run `./parley up` once");
    asterisk = EchoAsterisk.start(program.orElseThrow());
  }

  @AfterAll
  static void stopAsterisk() throws IOException {
    if (asterisk != null) {
      asterisk.close();
    }
  }

  private static TestPhone trunkPhone() {
    return new TestPhone(PhoneSettings.trunk(asterisk.sip(), TRUNK, "0412345678"));
  }

  private static PhoneCall answered(TestPhone phone, String extension) throws InterruptedException {
    PhoneCall call = phone.dial(extension);
    assertInstanceOf(
        DialResult.Answered.class, call.awaitDialled(SOON).orElseThrow(), "not answered");
    return call;
  }

  /// A tone of 440 Hz between two silences of 200 ms.
  private static short[] beep(int milliseconds) {
    int start = 1_600;
    short[] samples = new short[start + 8 * milliseconds + 1_600];
    for (int i = 0; i < 8 * milliseconds; i++) {
      samples[start + i] = (short) (8_000 * Math.sin(2 * Math.PI * 440 * i / 8_000));
    }
    return samples;
  }

  @Test
  void whatIsSaidComesBackFromTheEchoAtOnce() throws Exception {
    try (TestPhone phone = trunkPhone();
        PhoneCall call = answered(phone, "1009")) {
      SpeechSent sent = call.say(beep(400)).get(10, TimeUnit.SECONDS);
      assertTrue(call.heard().awaitQuiet(sent.lastVoicedNanos(), Duration.ofMillis(300), SOON));
      VoiceRun heard = call.heard().voiceRuns().getFirst();
      assertEquals(0, (heard.firstNanos() - sent.firstVoicedNanos()) / 1e6, 40);
      assertEquals(0, (heard.lastNanos() - sent.lastVoicedNanos()) / 1e6, 40);
      assertEquals(400, (sent.lastVoicedNanos() - sent.firstVoicedNanos()) / 1e6, 30);
      assertEquals(CallEnd.HERE, call.hangUp().get(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void keysArriveAsPressed() throws Exception {
    try (TestPhone phone = trunkPhone();
        PhoneCall call = answered(phone, "1009")) {
      call.press("1122334455667788990*#").get(20, TimeUnit.SECONDS);
      // Echo() returns keys too, and ends the call when it hears a hash.
      assertEquals(CallEnd.THERE, call.awaitEnded(SOON).orElseThrow());
      assertTrue(call.heard().keys().startsWith("1122334455667788990*"), call.heard().keys());
    }
  }

  @Test
  void busyIsARefusal() throws Exception {
    try (TestPhone phone = trunkPhone();
        PhoneCall call = phone.dial("1486")) {
      DialResult result = call.awaitDialled(SOON).orElseThrow();
      assertEquals(486, assertInstanceOf(DialResult.Refused.class, result).status());
      assertEquals(CallEnd.NEVER_ANSWERED, call.awaitEnded(SOON).orElseThrow());
    }
  }

  @Test
  void unknownExtensionIsARefusal() throws Exception {
    try (TestPhone phone = trunkPhone();
        PhoneCall call = phone.dial("nobody")) {
      DialResult result = call.awaitDialled(SOON).orElseThrow();
      assertEquals(404, assertInstanceOf(DialResult.Refused.class, result).status());
    }
  }

  @Test
  void hangUpBeforeTheAnswerCancels() throws Exception {
    try (TestPhone phone = trunkPhone();
        PhoneCall call = phone.dial("1180")) {
      assertEquals(Optional.empty(), call.awaitDialled(Duration.ofMillis(300)));
      assertEquals(CallEnd.NEVER_ANSWERED, call.hangUp().get(10, TimeUnit.SECONDS));
      assertInstanceOf(DialResult.Cancelled.class, call.awaitDialled(SOON).orElseThrow());
    }
  }

  @Test
  void ringingForTooLongIsNotAnswered() throws Exception {
    PhoneSettings impatient =
        new PhoneSettings(
            asterisk.sip(), TRUNK, "1", null, PhoneSettings.T1, Duration.ofMillis(400));
    try (TestPhone phone = new TestPhone(impatient);
        PhoneCall call = phone.dial("1180")) {
      assertInstanceOf(DialResult.NotAnswered.class, call.awaitDialled(SOON).orElseThrow());
    }
  }

  @Test
  void otherSideMayHangUp() throws Exception {
    try (TestPhone phone = trunkPhone();
        PhoneCall call = answered(phone, "1600")) {
      assertEquals(CallEnd.THERE, call.awaitEnded(SOON).orElseThrow());
      assertTrue(call.say(beep(100)).isCancelled());
    }
  }

  @Test
  void mediaMayChangeDuringTheCall() throws Exception {
    try (TestPhone phone = trunkPhone();
        PhoneCall call = answered(phone, "1700")) {
      SpeechSent sent = call.say(beep(1_500)).get(10, TimeUnit.SECONDS);
      assertTrue(call.heard().awaitQuiet(sent.lastVoicedNanos(), Duration.ofMillis(300), SOON));
      VoiceRun heard = call.heard().voiceRuns().getLast();
      assertEquals(0, (heard.lastNanos() - sent.lastVoicedNanos()) / 1e6, 40);
    }
  }

  @Test
  void phoneLogsInAndAnswersChallenges() throws Exception {
    Secret right = new Secret("right");
    try (TestPhone phone = new TestPhone(PhoneSettings.login(asterisk.sip(), "caller", right))) {
      assertInstanceOf(DialResult.Answered.class, phone.register());
      assertTrue(asterisk.command("pjsip show contacts").contains("caller/sip:caller@127.0.0.1"));
      answered(phone, "1009").close();
    }
  }

  @Test
  void wrongPasswordIsARefusal() throws Exception {
    Secret wrong = new Secret("wrong");
    try (TestPhone phone = new TestPhone(PhoneSettings.login(asterisk.sip(), "caller", wrong));
        PhoneCall call = phone.dial("1009")) {
      assertInstanceOf(DialResult.Refused.class, phone.register());
      DialResult result = call.awaitDialled(SOON).orElseThrow();
      assertEquals(401, assertInstanceOf(DialResult.Refused.class, result).status());
    }
  }

  @Test
  void garbageDoesNotDisturbACall() throws Exception {
    try (TestPhone phone = trunkPhone();
        PhoneCall call = answered(phone, "1009");
        DatagramSocket stranger = new DatagramSocket()) {
      byte[] garbage = new byte[500];
      for (int i = 0; i < 20; i++) {
        stranger.send(new DatagramPacket(garbage, garbage.length, phone.sipAddress()));
      }
      call.say(beep(200)).get(10, TimeUnit.SECONDS);
      assertEquals(20, phone.malformedDatagrams());
      assertEquals(1, call.heard().voiceRuns().size());
    }
  }

  @Test
  void nothingIsLeftOpenAfterTwentyCallsAtOnce() throws Exception {
    try (TestPhone phone = trunkPhone()) {
      List<PhoneCall> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(phone.dial("1009"));
      }
      List<CompletableFuture<SpeechSent>> said = new ArrayList<>();
      for (PhoneCall call : calls) {
        assertInstanceOf(DialResult.Answered.class, call.awaitDialled(SOON).orElseThrow());
        said.add(call.say(beep(3_000)));
      }
      for (CompletableFuture<SpeechSent> speech : said) {
        speech.get(20, TimeUnit.SECONDS);
      }
      DelayHistogram lateness = new DelayHistogram();
      for (PhoneCall call : calls) {
        call.quality().orElseThrow().sendLateness().addTo(lateness);
        assertEquals(1, call.heard().voiceRuns().size());
      }
      assertTrue(lateness.quantileMs(0.95) < 20, "p95 " + lateness.quantileMs(0.95) + " ms late");
    }
    assertEquals(
        0,
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("phone-"))
            .filter(TestPhoneTest::stillAliveAfterJoin)
            .count());
    assertTrue(asterisk.command("core show channels").contains("0 active calls"));
  }

  private static boolean stillAliveAfterJoin(Thread thread) {
    try {
      return !thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
