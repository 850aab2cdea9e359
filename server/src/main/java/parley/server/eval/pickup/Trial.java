package parley.server.eval.pickup;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.OptionalLong;
import parley.gateway.call.Pickup;
import parley.speech.gate.RecordTone;
import parley.speech.gate.SpeechGate;

/// Has the call's own rule find out who picked up, on virtual time: frame by frame, the words as
/// they become known. After the recording there is silence. Thread: one owner.
final class Trial {

  private static final int RATE_HZ = 8_000;
  private static final int FRAME = 160;
  private static final int FRAME_MS = 20;

  /// Nothing is found out later.
  private static final long LONGEST_MS = 45_000;

  private final SpeechGate gate = new SpeechGate(RATE_HZ, Duration.ofMillis(60));
  private final RecordTone tone = new RecordTone(RATE_HZ);
  private final Pickup pickup = new Pickup();
  private long lastVoiceMs = -1;
  private OptionalLong greeted = OptionalLong.empty();
  private OptionalLong machine = OptionalLong.empty();
  private OptionalLong message = OptionalLong.empty();
  private OptionalLong deadAir = OptionalLong.empty();

  Verdict run(Greeting greeting, Script.Spoken spoken, Words words) {
    Iterator<Words.SoFar> said = words.said().iterator();
    Words.SoFar next = said.hasNext() ? said.next() : null;
    short[] sound = spoken.sound();
    for (int at = 0; at * (long) FRAME_MS < LONGEST_MS; at++) {
      long nowMs = (at + 1L) * FRAME_MS;
      frame(nowMs, frame(sound, at));
      while (next != null && next.knownMs() <= nowMs) {
        boolean _ = pickup.words(nowMs, next.text());
        next = said.hasNext() ? said.next() : null;
      }
      note(nowMs);
    }
    return new Verdict(
        greeting, pickup.isMachine(), greeted, machine, message, deadAir, spoken.toneEndMs());
  }

  private static short[] frame(short[] sound, int at) {
    int from = Math.min(sound.length, at * FRAME);
    return Arrays.copyOfRange(sound, from, from + FRAME);
  }

  private void frame(long nowMs, short[] frame) {
    boolean voice = gate.hear(frame).speaking();
    if (voice) {
      lastVoiceMs = nowMs;
    }
    Pickup.Found _ = pickup.frame(nowMs, voice);
    if (tone.over(frame) && pickup.tone(nowMs)) {
      machine = machine.isEmpty() ? OptionalLong.of(nowMs) : machine;
      // What was said before it is said again.
      message = OptionalLong.of(nowMs);
    }
  }

  private void note(long nowMs) {
    switch (pickup.found()) {
      case NOT_YET -> {}
      case PERSON -> {
        if (greeted.isEmpty()) {
          greeted = OptionalLong.of(nowMs);
          deadAir = lastVoiceMs < 0 ? deadAir : OptionalLong.of(nowMs - lastVoiceMs);
        }
      }
      case MACHINE -> machine = machine.isEmpty() ? OptionalLong.of(nowMs) : machine;
      case MACHINE_LISTENS -> message = message.isEmpty() ? OptionalLong.of(nowMs) : message;
    }
  }
}
