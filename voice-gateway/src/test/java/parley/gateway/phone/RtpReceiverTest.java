package parley.gateway.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RtpReceiverTest {

  private static final InetSocketAddress THERE =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 9);
  private static final Sdp REMOTE = new Sdp(THERE, List.of(Sdp.PCMU), 101, Sdp.Direction.SENDRECV);

  private final Heard heard = new Heard(0);
  private final RtpReceiver receiver = new RtpReceiver(heard);

  RtpReceiverTest() {
    receiver.expect(REMOTE);
  }

  private void packet(int type, int sequence, long timestamp, byte[] payload, long arrivalMs) {
    ByteBuffer buffer = ByteBuffer.allocate(200);
    new RtpPacket(type, false, sequence, timestamp, 3, payload).write(buffer);
    receiver.datagram(buffer.flip(), THERE, arrivalMs * 1_000_000);
  }

  private MediaQuality quality() throws IOException {
    try (DatagramChannel channel = DatagramChannel.open()) {
      return receiver.quality(
          new RtpSender(channel, REMOTE, RandomGenerator.of("L64X128MixRandom")));
    }
  }

  @Test
  void lossAndReorderingAreCountedAcrossTheWrapOfSequenceNumbers() throws IOException {
    byte[] sound = new byte[160];
    packet(0, 65_534, 0, sound, 0);
    packet(0, 65_535, 160, sound, 20);
    packet(0, 2, 640, sound, 80);
    packet(0, 1, 480, sound, 81);
    packet(0, 3, 800, sound, 103);
    MediaQuality quality = quality();
    assertEquals(5, quality.received());
    assertEquals(1, quality.lost());
    assertEquals(1, quality.reordered());
    assertEquals(3, quality.receiveJitter().maxMs(), 0.001);
  }

  @Test
  void keyCountsOnceForAllItsPackets() {
    for (int sequence = 1; sequence < 8; sequence++) {
      packet(101, sequence, 160, new byte[] {5, 10, 0, (byte) 160}, 20L * sequence);
    }
    packet(101, 8, 4_000, new byte[] {11, 10, 0, (byte) 160}, 200);
    assertEquals("5#", heard.keys());
  }

  @Test
  void whatIsNotOfThisCallIsDroppedAndCounted() throws IOException {
    receiver.datagram(ByteBuffer.wrap(new byte[] {1, 2, 3}), THERE, 0);
    receiver.datagram(
        ByteBuffer.wrap(new byte[172]),
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.9"), 9),
        0);
    packet(0, 1, 0, new byte[0], 0);
    packet(18, 1, 0, new byte[20], 0);
    packet(101, 1, 0, new byte[] {5}, 0);
    assertEquals(5, quality().dropped());
    assertEquals(0, quality().received());
  }
}
