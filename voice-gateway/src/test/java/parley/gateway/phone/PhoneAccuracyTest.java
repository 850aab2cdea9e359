package parley.gateway.phone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How exact the instrument itself is: what Asterisk's echo adds to a beep's start is an upper
/// bound of the phone's error of voice-to-voice. The figures go to `target/phone-accuracy.txt`.
@Tag("calls")
class PhoneAccuracyTest {

  private static final int BEEPS = 10;
  private static final Duration SOON = Duration.ofSeconds(20);

  /// Beeps of 300 ms, one a second.
  private static short[] beeps() {
    short[] samples = new short[BEEPS * 8_000];
    for (int i = 0; i < samples.length; i++) {
      boolean sounds = i % 8_000 < 2_400;
      samples[i] = (short) (sounds ? 8_000 * Math.sin(2 * Math.PI * 440 * i / 8_000) : 0);
    }
    return samples;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 20})
  void echoComesBackWithinAFrame(int calls) throws Exception {
    Optional<Path> program = EchoAsterisk.installed();
    Assumptions.assumeTrue(
        program.isPresent(), "No Asterisk in .parley/asterisk: run `./parley up` once");
    try (EchoAsterisk asterisk = EchoAsterisk.start(program.orElseThrow());
        TestPhone phone =
            new TestPhone(
                PhoneSettings.trunk(asterisk.sip(), InetAddress.ofLiteral("127.0.0.2"), "1"))) {
      List<PhoneCall> up = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        PhoneCall call = phone.dial("1009");
        assertTrue(call.awaitDialled(SOON).orElseThrow() instanceof DialResult.Answered);
        up.add(call);
      }
      report(calls, up, echoesMs(up));
    }
  }

  /// How long after each beep left its echo was heard.
  private static double[] echoesMs(List<PhoneCall> calls) throws Exception {
    List<CompletableFuture<SpeechSent>> said = new ArrayList<>();
    for (PhoneCall call : calls) {
      said.add(call.say(beeps()));
    }
    List<Double> echoes = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      SpeechSent sent = said.get(i).get(30, TimeUnit.SECONDS);
      for (VoiceRun run : calls.get(i).heard().voiceRuns()) {
        double since = (run.firstNanos() - sent.firstVoicedNanos()) / 1e6;
        echoes.add(since - 1_000 * Math.round(since / 1_000));
      }
    }
    return echoes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static void report(int calls, List<PhoneCall> up, double[] echoes) throws IOException {
    DelayHistogram late = new DelayHistogram();
    DelayHistogram jitter = new DelayHistogram();
    long lost = 0;
    for (PhoneCall call : up) {
      MediaQuality quality = call.quality().orElseThrow();
      quality.sendLateness().addTo(late);
      quality.receiveJitter().addTo(jitter);
      lost += quality.lost() + quality.givenUp();
    }
    String line =
        String.format(
            Locale.ROOT,
            "%2d calls: sent late p50 %.2f p95 %.2f p99 %.2f max %.2f ms; received jitter p50 %.2f"
                + " p95 %.2f max %.2f ms; echo p50 %.2f p95 %.2f max %.2f ms of %d; lost %d; load"
                + " %s",
            calls,
            late.quantileMs(0.5),
            late.quantileMs(0.95),
            late.quantileMs(0.99),
            late.maxMs(),
            jitter.quantileMs(0.5),
            jitter.quantileMs(0.95),
            jitter.maxMs(),
            echoes[echoes.length / 2],
            echoes[(int) (echoes.length * 0.95)],
            echoes[echoes.length - 1],
            echoes.length,
            lost,
            Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    Files.writeString(
        Path.of("target/phone-accuracy.txt"),
        line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    assertTrue(
        Arrays.stream(echoes).filter(echo -> Math.abs(echo) > 20).count() < echoes.length / 10);
  }
}
