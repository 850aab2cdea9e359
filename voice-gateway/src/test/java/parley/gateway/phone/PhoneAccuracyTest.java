package parley.gateway.phone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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
      List<Sound> sounds = new ArrayList<>();
      for (PhoneCall call : up) {
        sounds.add(new Sound(call::say, call.heard(), () -> call.quality().orElseThrow()));
      }
      measure("Asterisk echo", sounds);
    }
  }

  /// The phone's sound sent to itself: nothing but its own two threads and the kernel.
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 20})
  void ownSoundComesBackWithinAFrame(int calls) throws Exception {
    try (FramePacer pacer = new FramePacer("accuracy-send");
        RtpListener listener = new RtpListener("accuracy-receive")) {
      List<RtpSession> sessions = new ArrayList<>();
      List<Sound> sounds = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        Heard heard = new Heard(System.nanoTime());
        RtpSession session =
            new RtpSession(InetAddress.getLoopbackAddress(), pacer, listener, heard);
        session.remote(
            Sdp.ours(session.local(), Sdp.Direction.SENDRECV),
            RandomGenerator.of("L64X128MixRandom"));
        sessions.add(session);
        sounds.add(new Sound(session::say, heard, () -> Objects.requireNonNull(session.quality())));
      }
      measure("own loop", sounds);
      sessions.forEach(RtpSession::close);
    }
  }

  /// One way out and back.
  private record Sound(
      Function<short[], CompletableFuture<SpeechSent>> say,
      Heard heard,
      Supplier<MediaQuality> quality) {}

  private static void measure(String way, List<Sound> sounds) throws Exception {
    List<CompletableFuture<SpeechSent>> said = new ArrayList<>();
    for (Sound sound : sounds) {
      said.add(sound.say().apply(beeps()));
    }
    List<Double> echoes = new ArrayList<>();
    for (int i = 0; i < sounds.size(); i++) {
      SpeechSent sent = said.get(i).get(30, TimeUnit.SECONDS);
      for (VoiceRun run : sounds.get(i).heard().voiceRuns()) {
        double since = (run.firstNanos() - sent.firstVoicedNanos()) / 1e6;
        echoes.add(since - 1_000 * Math.round(since / 1_000));
      }
    }
    double[] sorted = echoes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    report(way, sounds, sorted);
    // A busy machine without real-time priority delays single frames; half of them it must not.
    assertTrue(sorted.length >= sounds.size() * BEEPS * 9 / 10, "heard " + sorted.length);
    assertTrue(sorted[sorted.length / 2] < 20, "median " + sorted[sorted.length / 2] + " ms");
  }

  private static void report(String way, List<Sound> sounds, double[] echoes) throws IOException {
    DelayHistogram late = new DelayHistogram();
    DelayHistogram jitter = new DelayHistogram();
    long lost = 0;
    for (Sound sound : sounds) {
      MediaQuality quality = sound.quality().get();
      quality.sendLateness().addTo(late);
      quality.receiveJitter().addTo(jitter);
      lost += quality.lost() + quality.givenUp();
    }
    String line =
        String.format(
            Locale.ROOT,
            "%-13s %2d calls: sent late %s; received jitter %s; way and back p50 %.2f p95 %.2f max"
                + " %.2f ms of %d beeps; lost %d; load %s%n",
            way,
            sounds.size(),
            spread(late),
            spread(jitter),
            echoes[echoes.length / 2],
            echoes[(int) (echoes.length * 0.95)],
            echoes[echoes.length - 1],
            echoes.length,
            lost,
            Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    Files.writeString(
        Path.of("target/phone-accuracy.txt"),
        line,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String spread(DelayHistogram delays) {
    return String.format(
        Locale.ROOT,
        "p50 %.2f p95 %.2f p99 %.2f max %.2f ms",
        delays.quantileMs(0.5),
        delays.quantileMs(0.95),
        delays.quantileMs(0.99),
        delays.maxMs());
  }
}
