package parley.gateway.phone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpTest {

  private static ByteBuffer hex(String bytes) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(bytes.replace(" ", "")));
  }

  @Test
  void packetIsWrittenAsRfc3550Says() {
    ByteBuffer buffer = ByteBuffer.allocate(64);
    new RtpPacket(101, true, 65_535, 0xFFFF_FFFFL, 0x1234_5678L, new byte[] {1, 2}).write(buffer);
    assertEquals(hex("80 e5 ffff ffffffff 12345678 01 02"), buffer.flip());
  }

  @Test
  void contributorsExtensionAndPaddingAreTakenOff() {
    RtpPacket packet =
        RtpPacket.parse(
                hex(
                    "b1 00 0007 00000010 00000001"
                        + "aaaaaaaa"
                        + "bede 0001 00000000"
                        + "0a0b 0002"))
            .orElseThrow();
    assertArrayEquals(new byte[] {0x0a, 0x0b}, packet.payload());
    assertEquals(7, packet.sequence());
    assertFalse(packet.marker());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "80",
        "80 00 0001 00000000 000000",
        "40 00 0001 00000000 00000001",
        "8f 00 0001 00000000 00000001",
        "90 00 0001 00000000 00000001",
        "90 00 0001 00000000 00000001 bede ffff",
        "a0 00 0001 00000000 00000001 ff",
      })
  void whatIsNotRtpIsNone(String bytes) {
    assertEquals(Optional.empty(), RtpPacket.parse(hex(bytes)));
  }

  @Test
  void keyIsHeldFor100MsAndItsEndIsSentThreeTimes() {
    KeyTone tone = new KeyTone('#');
    List<String> payloads = new ArrayList<>();
    assertTrue(tone.atStart());
    while (!tone.inPause()) {
      payloads.add(HexFormat.of().formatHex(tone.nextPayload()));
    }
    assertEquals(
        List.of("0b0a00a0", "0b0a0140", "0b0a01e0", "0b0a0280", "0b8a0320", "0b8a0320", "0b8a0320"),
        payloads);
    for (int i = 0; i < KeyTone.PAUSES; i++) {
      assertFalse(tone.over());
      tone.pauseFrame();
    }
    assertTrue(tone.over());
  }

  @Test
  void frameIsVoicedFromMinus45DecibelsOn() {
    assertTrue(Voicing.voiced(square(184), 0));
    assertFalse(Voicing.voiced(square(183), 0));
    assertFalse(Voicing.voiced(new short[0], 0));
  }

  private static short[] square(int amplitude) {
    short[] frame = new short[Voicing.FRAME_SAMPLES];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = (short) (i % 2 == 0 ? amplitude : -amplitude);
    }
    return frame;
  }
}
