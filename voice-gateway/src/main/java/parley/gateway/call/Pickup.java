package parley.gateway.call;

/// Who picked up a call of ours, from voice and silence, and from what only machines say. A person
/// says a word or two and waits for an answer; a machine talks on. Somebody who says nothing is
/// greeted soon, for a person must not stand in dead air.
///
/// Pure but for its own state; times are milliseconds since the call was answered. Thread: the
/// call's own.
public final class Pickup {

  /// What is known.
  public enum Found {
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
  static final long LONGEST_HELLO_MS = 4_000;

  /// Shorter sounds are a line that clicks.
  static final long CLICK_MS = 100;

  /// Silence that ends a machine's greeting; the tone is voice to a detector, and over by then.
  static final long GREETING_ENDS_MS = 1_500;

  /// A greeting that does not end is not waited for.
  static final long LONGEST_GREETING_MS = 25_000;

  /// A machine that began with a short "hello" is told by its words until now.
  static final long WORDS_COUNT_MS = 15_000;

  /// Who was taken for a person is told by a tone only after so much voice: phones of people beep
  /// as well.
  static final long TALKED_ON_MS = 2_000;

  /// A tone without a word before it is no machine's.
  static final long LEAST_GREETING_MS = 200;

  private static final long FRAME_MS = 20;

  private Found found = Found.NOT_YET;
  private long voiceMs;
  private long lastVoiceMs;
  private long machineSinceMs;
  private boolean asks;
  private boolean greeted;

  /// Of a call that came to us.
  static Pickup known() {
    Pickup pickup = new Pickup();
    pickup.found = Found.PERSON;
    return pickup;
  }

  public Found found() {
    return found;
  }

  public boolean isPerson() {
    return found == Found.PERSON;
  }

  public boolean isMachine() {
    return found == Found.MACHINE || found == Found.MACHINE_LISTENS;
  }

  /// 20 ms of audio.
  public Found frame(long nowMs, boolean voice) {
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
          case MACHINE -> heardOut(nowMs, silence);
          case PERSON, MACHINE_LISTENS -> found;
        };
    greeted |= isPerson();
    return found;
  }

  private Found heardOut(long nowMs, long silence) {
    // Somebody who has talked for long, and waits for an answer.
    if (asks && !greeted && silence >= HELLO_ENDS_MS) {
      return Found.PERSON;
    }
    return silence >= GREETING_ENDS_MS || nowMs - machineSinceMs >= LONGEST_GREETING_MS
        ? Found.MACHINE_LISTENS
        : Found.MACHINE;
  }

  private Found judged(long nowMs, long silence) {
    if (voiceMs >= LONGEST_HELLO_MS) {
      machineSinceMs = nowMs;
      return Found.MACHINE;
    }
    boolean spoke = voiceMs >= CLICK_MS;
    return silence >= (spoke ? HELLO_ENDS_MS : HELLO_WITHIN_MS) ? Found.PERSON : Found.NOT_YET;
  }

  /// The tone after which machines record is over.
  ///
  /// @return whether it is a machine that records from now on
  public boolean tone(long nowMs) {
    boolean machine =
        switch (found) {
          case NOT_YET -> voiceMs >= LEAST_GREETING_MS;
          case PERSON -> voiceMs >= TALKED_ON_MS && nowMs <= WORDS_COUNT_MS;
          case MACHINE, MACHINE_LISTENS -> true;
        };
    found = machine ? Found.MACHINE_LISTENS : found;
    return machine;
  }

  /// Words so far of whoever picked up.
  ///
  /// @return whether it is a machine, which was not known before
  public boolean words(long nowMs, String words) {
    asks = PersonWords.in(words);
    if (isMachine() || nowMs > WORDS_COUNT_MS || asks || !MachineWords.in(words)) {
      return false;
    }
    found = Found.MACHINE;
    machineSinceMs = nowMs;
    lastVoiceMs = nowMs;
    return true;
  }
}
