package parley.gateway.phone;

/// One pressed key on its way as telephone-event packets (RFC 4733): one every 20 ms for 100 ms,
/// all with the timestamp at which the key went down, the last one sent three times with the end
/// bit, then 60 ms of silence so that the same key may follow. One thread at a time.
final class KeyTone {

  static final int UPDATES = 5;
  static final int ENDS = 3;
  static final int PAUSES = 3;

  private static final String EVENTS = "0123456789*#ABCD";
  private static final int VOLUME_DBM0 = 10;

  private final int event;
  private int frame;

  KeyTone(char key) {
    event = EVENTS.indexOf(key);
    if (event < 0) {
      throw new IllegalArgumentException("A telephone key is one of " + EVENTS);
    }
  }

  /// Whether the next frame is the key's first, which carries the marker bit.
  boolean atStart() {
    return frame == 0;
  }

  /// Whether the next frame is a part of the pause after the key, not an event packet.
  boolean inPause() {
    return frame >= UPDATES + ENDS - 1;
  }

  /// Whether key and pause are over.
  boolean over() {
    return frame >= UPDATES + ENDS - 1 + PAUSES;
  }

  /// The payload of the next event packet: event, end bit and volume, duration in samples.
  byte[] nextPayload() {
    boolean end = frame >= UPDATES - 1;
    int duration = Voicing.FRAME_SAMPLES * Math.min(frame + 1, UPDATES);
    frame++;
    return new byte[] {
      (byte) event, (byte) ((end ? 0x80 : 0) | VOLUME_DBM0), (byte) (duration >> 8), (byte) duration
    };
  }

  void pauseFrame() {
    frame++;
  }

  /// The key of an event number, `?` when it is no key.
  static char keyOf(int event) {
    return event >= 0 && event < EVENTS.length() ? EVENTS.charAt(event) : '?';
  }
}
