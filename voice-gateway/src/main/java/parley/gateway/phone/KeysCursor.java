package parley.gateway.phone;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Where in a string of keys the sender is. Of the pacer's thread.
final class KeysCursor implements Outgoing {

  private final String keys;
  private final CompletableFuture<@Nullable Void> sent;
  private int position;
  private KeyTone tone;
  private long pressedAt;

  KeysCursor(String keys, CompletableFuture<@Nullable Void> sent) {
    this.keys = keys;
    this.sent = sent;
    tone = new KeyTone(keys.charAt(0));
  }

  /// The key that the next frame belongs to.
  KeyTone tone() {
    return tone;
  }

  /// The RTP timestamp at which the key went down: that of its first frame.
  long pressedAt(long timestamp) {
    if (tone.atStart()) {
      pressedAt = timestamp;
    }
    return pressedAt;
  }

  /// Goes on to the next key where one is over; true when it was the last.
  boolean frameLeft() {
    if (!tone.over()) {
      return false;
    }
    position++;
    if (position < keys.length()) {
      tone = new KeyTone(keys.charAt(position));
    }
    return position >= keys.length();
  }

  @Override
  public void end(boolean complete) {
    if (complete) {
      sent.complete(null);
    } else {
      sent.cancel(false);
    }
  }
}
