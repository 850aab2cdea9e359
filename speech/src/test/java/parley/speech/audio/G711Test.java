package parley.speech.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class G711Test {

  @Test
  void everyCodeSurvivesTheWayThroughLinear() {
    byte[] codes = new byte[256];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) i;
    }
    assertArrayEquals(codes, G711.toALaw(G711.fromALaw(codes)));
    byte[] back = G711.toMuLaw(G711.fromMuLaw(codes));
    // Mu-law has two codes for zero.
    codes[0x7F] = (byte) 0xFF;
    assertArrayEquals(codes, back);
  }

  @Test
  void knownValuesOfTheStandard() {
    short[] mu = G711.fromMuLaw(new byte[] {(byte) 0xFF, 0x7F, (byte) 0x80, 0x00});
    assertArrayEquals(new short[] {0, 0, 32124, -32124}, mu);
    short[] a = G711.fromALaw(new byte[] {(byte) 0xD5, 0x55, (byte) 0xAA, 0x2A});
    assertArrayEquals(new short[] {8, -8, 32256, -32256}, a);
  }

  @Test
  void everySampleComesBackWithinTheCodingsStep() {
    for (int value = Short.MIN_VALUE; value <= Short.MAX_VALUE; value++) {
      short[] sample = {(short) value};
      int step = Math.max(16, Math.abs(value) / 16);
      int mu = G711.fromMuLaw(G711.toMuLaw(sample))[0];
      int a = G711.fromALaw(G711.toALaw(sample))[0];
      assertTrue(Math.abs(mu - value) <= step, "mu-law of " + value + " is " + mu);
      assertTrue(Math.abs(a - value) <= step, "A-law of " + value + " is " + a);
    }
  }

  @Test
  void silenceIsFFInMuLaw() {
    assertEquals((byte) 0xFF, G711.toMuLaw(new short[] {0})[0]);
    assertEquals((byte) 0xD5, G711.toALaw(new short[] {0})[0]);
  }
}
