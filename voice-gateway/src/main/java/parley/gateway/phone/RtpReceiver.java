package parley.gateway.phone;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The phone's incoming audio of one call. The listener's thread brings the packets.
final class RtpReceiver {

  private static final int LARGEST_PAYLOAD = 1_600;

  private final Heard heard;
  private final DelayHistogram jitter = new DelayHistogram();
  private volatile Expected expected = Expected.NOTHING;

  private record Expected(InetAddress from, int eventType) {
    static final Expected NOTHING = new Expected(InetAddress.getLoopbackAddress(), -1);
  }

  // Of the listener's thread, counts written under this object's lock.
  private long source = -1;
  private int highestSequence;
  private long lastArrivalNanos;
  private long lastKeyTimestamp = -1;
  private long packets;
  private long lost;
  private long reordered;
  private long dropped;

  RtpReceiver(Heard heard) {
    this.heard = heard;
  }

  /// From now on packets of this side are taken.
  void expect(Sdp remote) {
    expected = new Expected(remote.address().getAddress(), remote.eventType());
  }

  /// Takes one datagram, or drops and counts it when it is not what this call expects.
  synchronized void datagram(ByteBuffer datagram, InetSocketAddress from, long arrivalNanos) {
    Optional<RtpPacket> parsed =
        from.getAddress().equals(expected.from()) ? RtpPacket.parse(datagram) : Optional.empty();
    if (parsed.isEmpty() || !take(parsed.get(), arrivalNanos)) {
      dropped++;
    }
  }

  private boolean take(RtpPacket packet, long arrivalNanos) {
    int type = packet.payloadType();
    if (type == expected.eventType() && packet.payload().length >= 4) {
      account(packet, arrivalNanos);
      key(packet);
      return true;
    }
    boolean sound = type == Sdp.PCMU || type == Sdp.PCMA;
    if (!sound || packet.payload().length == 0 || packet.payload().length > LARGEST_PAYLOAD) {
      return false;
    }
    account(packet, arrivalNanos);
    heard.add(packet, AudioCodec.ofPayloadType(type).decode(packet.payload()), arrivalNanos);
    return true;
  }

  /// Counts loss and reordering by sequence numbers, jitter by arrivals.
  private void account(RtpPacket packet, long arrivalNanos) {
    packets++;
    int ahead = (short) (packet.sequence() - highestSequence);
    if (packet.source() != source) {
      source = packet.source();
    } else if (ahead <= 0) {
      reordered++;
      lost = ahead < 0 && lost > 0 ? lost - 1 : lost;
      return;
    } else {
      lost += ahead - 1;
      jitter.add(arrivalNanos - lastArrivalNanos - ahead * Voicing.FRAME_NANOS);
    }
    highestSequence = packet.sequence();
    lastArrivalNanos = arrivalNanos;
  }

  /// All packets of one key carry the same timestamp; the key counts once, at its first packet.
  private void key(RtpPacket packet) {
    if (packet.timestamp() != lastKeyTimestamp) {
      lastKeyTimestamp = packet.timestamp();
      heard.addKey(KeyTone.keyOf(packet.payload()[0] & 0xFF));
    }
  }

  synchronized MediaQuality quality(RtpSender sender) {
    return new MediaQuality(
        sender.packetsSent(),
        sender.framesGivenUp(),
        sender.lateness(),
        packets,
        lost,
        reordered,
        dropped,
        jitter);
  }
}
