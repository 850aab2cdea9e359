package parley.gateway.phone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The phone's outgoing audio of one call: speech and keys one after the other, silence between
/// them, so that RTP never stops. The pacer's thread sends; any thread may queue.
final class RtpSender implements FramePacer.Sender {

  private final DatagramChannel channel;
  private final Queue<Outgoing> queue = new ConcurrentLinkedQueue<>();
  private final DelayHistogram lateness = new DelayHistogram();
  private final AtomicLong packetsSent = new AtomicLong();
  private final AtomicLong framesGivenUp = new AtomicLong();
  private final ByteBuffer packetBuffer =
      ByteBuffer.allocateDirect(RtpPacket.HEADER_BYTES + Voicing.FRAME_SAMPLES);
  private final long source;

  // Of the pacer's thread.
  private int sequence;
  private long timestamp;
  private boolean first = true;
  private @Nullable Outgoing current;

  private volatile Sdp remote;
  private volatile boolean stopSpeech;
  private volatile boolean closed;

  RtpSender(DatagramChannel channel, Sdp remote, RandomGenerator random) {
    this.channel = channel;
    this.remote = remote;
    source = random.nextInt() & 0xFFFF_FFFFL;
    sequence = random.nextInt(0x8000);
    timestamp = random.nextInt() & 0xFFFF_FFFFL;
  }

  CompletableFuture<SpeechSent> say(short[] samples) {
    CompletableFuture<SpeechSent> sent = new CompletableFuture<>();
    queue(new SpeechCursor(samples, sent));
    return sent;
  }

  /// Queues keys, of which there must be at least one, all of them telephone keys.
  CompletableFuture<@Nullable Void> press(String pressed) {
    CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
    queue(new KeysCursor(pressed, sent));
    return sent;
  }

  private void queue(Outgoing item) {
    queue.add(item);
    // The pacer empties the queue once after closing; what comes later is given up here.
    if (closed) {
      item.end(false);
    }
  }

  /// Stops what is being said within one frame; what waits behind it is still sent.
  void stopSpeaking() {
    stopSpeech = true;
  }

  /// From the next frame on sends to where, and coded as, this says. While it holds the call
  /// nothing is sent; the clock goes on.
  void remote(Sdp described) {
    remote = described;
  }

  @Override
  public boolean sendFrame(long skipped, long lateNanos) {
    if (closed) {
      giveUpEverything();
      return false;
    }
    framesGivenUp.addAndGet(skipped);
    timestamp += skipped * Voicing.FRAME_SAMPLES;
    lateness.add(lateNanos);
    takeNext();
    switch (current) {
      case SpeechCursor speech -> sendSpeech(speech);
      case KeysCursor keys -> sendKeys(keys);
      case null -> sendAudio(codec().silence());
    }
    timestamp += Voicing.FRAME_SAMPLES;
    return true;
  }

  private void takeNext() {
    if (stopSpeech) {
      stopSpeech = false;
      if (current instanceof SpeechCursor speech) {
        speech.end(false);
        current = null;
      }
    }
    if (current == null) {
      current = queue.poll();
    }
  }

  private void sendSpeech(SpeechCursor speaking) {
    byte[] frame = codec().encode(speaking.frame());
    if (speaking.frameLeft(sendAudio(frame))) {
      speaking.end(true);
      current = null;
    }
  }

  private void sendKeys(KeysCursor pressing) {
    KeyTone tone = pressing.tone();
    if (tone.inPause()) {
      tone.pauseFrame();
      sendAudio(codec().silence());
    } else {
      boolean marker = tone.atStart();
      long pressedAt = pressing.pressedAt(timestamp);
      send(
          new RtpPacket(
              remote.eventType(), marker, sequence, pressedAt, source, tone.nextPayload()));
    }
    if (pressing.frameLeft()) {
      pressing.end(true);
      current = null;
    }
  }

  private long sendAudio(byte[] payload) {
    boolean marker = first;
    first = false;
    return send(new RtpPacket(codec().payloadType, marker, sequence, timestamp, source, payload));
  }

  private AudioCodec codec() {
    return AudioCodec.ofPayloadType(remote.codecs().getFirst());
  }

  /// Sends one packet and says when it left. The clock is read before the call: on a loopback the
  /// receiver may already run when the call returns.
  private long send(RtpPacket packet) {
    long leaves = System.nanoTime();
    Sdp to = remote;
    if (!to.direction().receives() || packet.payloadType() < 0) {
      return leaves;
    }
    packet.write(packetBuffer.clear());
    sequence = (sequence + 1) & 0xFFFF;
    try {
      channel.send(packetBuffer.flip(), to.address());
      packetsSent.incrementAndGet();
    } catch (IOException e) {
      // The other end's port may be gone for a moment, or the call just ended: like a lost packet.
      framesGivenUp.incrementAndGet();
    }
    return leaves;
  }

  /// Ends the sending at the pacer's next frame; what waits is given up.
  void close() {
    closed = true;
  }

  private void giveUpEverything() {
    if (current != null) {
      current.end(false);
      current = null;
    }
    for (Outgoing item = queue.poll(); item != null; item = queue.poll()) {
      item.end(false);
    }
  }

  DelayHistogram lateness() {
    return lateness;
  }

  long packetsSent() {
    return packetsSent.get();
  }

  long framesGivenUp() {
    return framesGivenUp.get();
  }
}
