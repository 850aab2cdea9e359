package parley.gateway.phone;

import java.nio.ByteBuffer;
import java.util.Optional;

/// One RTP packet (RFC 3550). `sequence` is 0 to 65535, `timestamp` and `source` are unsigned
/// 32-bit numbers kept in a long. The payload is not copied: who makes a packet stops writing to
/// it.
@SuppressWarnings("ArrayRecordComponent") // packets are handed on, never compared or kept
record RtpPacket(
    int payloadType, boolean marker, int sequence, long timestamp, long source, byte[] payload) {

  static final int HEADER_BYTES = 12;
  private static final int VERSION_2 = 0x80;

  /// Reads the datagram from position to limit; empty when it is not RTP.
  static Optional<RtpPacket> parse(ByteBuffer datagram) {
    if (datagram.remaining() < HEADER_BYTES || (datagram.get(0) & 0xC0) != VERSION_2) {
      return Optional.empty();
    }
    int first = datagram.get() & 0xFF;
    int second = datagram.get() & 0xFF;
    int sequence = datagram.getShort() & 0xFFFF;
    long timestamp = datagram.getInt() & 0xFFFF_FFFFL;
    long source = datagram.getInt() & 0xFFFF_FFFFL;
    int length = payloadLength(datagram, first);
    if (length < 0) {
      return Optional.empty();
    }
    byte[] payload = new byte[length];
    datagram.get(payload);
    return Optional.of(
        new RtpPacket(second & 0x7F, (second & 0x80) != 0, sequence, timestamp, source, payload));
  }

  /// Skips contributing sources and the header extension; takes the padding off. -1: not RTP.
  private static int payloadLength(ByteBuffer datagram, int first) {
    int skip = 4 * (first & 0x0F);
    if ((first & 0x10) != 0) {
      int lengthAt = datagram.position() + skip + 2;
      if (lengthAt + 2 > datagram.limit()) {
        return -1;
      }
      skip += 4 + 4 * (datagram.getShort(lengthAt) & 0xFFFF);
    }
    int padding = (first & 0x20) != 0 ? datagram.get(datagram.limit() - 1) & 0xFF : 0;
    int length = datagram.remaining() - skip - padding;
    if (length >= 0) {
      datagram.position(datagram.position() + skip);
    }
    return length;
  }

  /// Writes the packet at the buffer's position.
  void write(ByteBuffer target) {
    target.put((byte) VERSION_2).put((byte) ((marker ? 0x80 : 0) | payloadType));
    target.putShort((short) sequence).putInt((int) timestamp).putInt((int) source).put(payload);
  }
}
