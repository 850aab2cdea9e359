package parley.gateway.call;

/// Who picked up a call of ours, from voice and silence alone, before a word is said to them. A
/// person says a word or two and waits for an answer; a machine talks on. Somebody who says nothing
/// is greeted soon, for a person must not stand in dead air.
///
/// Pure but for its own state; times are milliseconds since the call was answered. Thread: the
/// call's own.
final class Pickup {

  /// What is known.
  enum Found {
    NOT_YET,
    PERSON,
    /// A machine that still speaks.
    MACHINE,
    /// A machine that has said its greeting, and records.
    MACHINE_LISTENS
  }

  /// Silence after which we speak first.
  static final long HELLO_WITHIN_MS = 1_500;

  /// A pause that ends a "hello"; those inside a machine's sentence are shorter.
  static final long HELLO_ENDS_MS = 600;

  /// Voice that is longer than any "hello".
  static final long LONGEST_HELLO_MS = 3_000;

  /// Shorter sounds are a line that clicks.
  static final long CLICK_MS = 100;

  /// Silence that ends a machine's greeting; the tone is voice to a detector, and over by then.
  static final long GREETING_ENDS_MS = 1_500;

  /// A greeting that does not end is not waited for.
  static final long LONGEST_GREETING_MS = 25_000;

  private static final long FRAME_MS = 20;

  private Found found = Found.NOT_YET;
  private long voiceMs;
  private long lastVoiceMs;
  private long machineSinceMs;

  /// Of a call that came to us.
  static Pickup known() {
    Pickup pickup = new Pickup();
    pickup.found = Found.PERSON;
    return pickup;
  }

  Found found() {
    return found;
  }

  boolean isPerson() {
    return found == Found.PERSON;
  }

  boolean isMachine() {
    return found == Found.MACHINE || found == Found.MACHINE_LISTENS;
  }

  /// 20 ms of audio.
  Found frame(long nowMs, boolean voice) {
    if (voice) {
      voiceMs += FRAME_MS;
      lastVoiceMs = nowMs;
    }
    return passed(nowMs);
  }

  /// Time passed, with audio or without.
  Found passed(long nowMs) {
    long silence = nowMs - lastVoiceMs;
    found =
        switch (found) {
          case NOT_YET -> judged(nowMs, silence);
          case MACHINE ->
              silence >= GREETING_ENDS_MS || nowMs - machineSinceMs >= LONGEST_GREETING_MS
                  ? Found.MACHINE_LISTENS
                  : Found.MACHINE;
          case PERSON, MACHINE_LISTENS -> found;
        };
    return found;
  }

  private Found judged(long nowMs, long silence) {
    if (voiceMs >= LONGEST_HELLO_MS) {
      machineSinceMs = nowMs;
      return Found.MACHINE;
    }
    boolean spoke = voiceMs >= CLICK_MS;
    return silence >= (spoke ? HELLO_ENDS_MS : HELLO_WITHIN_MS) ? Found.PERSON : Found.NOT_YET;
  }

  /// What was said is what only machines say.
  void saysMachine(long nowMs) {
    if (!isMachine()) {
      found = Found.MACHINE;
      machineSinceMs = nowMs;
      lastVoiceMs = nowMs;
    }
  }
}
