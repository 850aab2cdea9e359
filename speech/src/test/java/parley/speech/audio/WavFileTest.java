package parley.speech.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFileTest {
  private static final short[] SAMPLES = {0, 1000, -1000, 32767, -32768, 5};

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadAgain() {
    Path file = folder.resolve("a.wav");
    WavFile.write(file, new Pcm(SAMPLES, 22_050));
    Pcm read = WavFile.read(file);
    assertArrayEquals(SAMPLES, read.samples());
    assertEquals(22_050, read.sampleRateHz());
  }

  @Test
  void stereoIsMixed() throws IOException {
    Pcm read =
        WavFile.read(wav(1, 2, 16, Samples.toLittleEndian(new short[] {100, 300, -2, 2}), 8));
    assertArrayEquals(new short[] {200, 0}, read.samples());
  }

  @Test
  void eightBitsAndG711AreRead() throws IOException {
    assertArrayEquals(
        new short[] {0, 32512, -32768},
        WavFile.read(wav(1, 1, 8, new byte[] {(byte) 128, (byte) 255, 0}, 3)).samples());
    assertArrayEquals(
        new short[] {0, 32124}, WavFile.read(wav(7, 1, 8, new byte[] {-1, -128}, 2)).samples());
    assertArrayEquals(
        new short[] {8, -8},
        WavFile.read(wav(6, 1, 8, new byte[] {(byte) 0xD5, 0x55}, 2)).samples());
  }

  @Test
  void unfilledAndLyingLengthsEndWithTheFile() throws IOException {
    byte[] data = Samples.toLittleEndian(SAMPLES);
    for (int claimed : new int[] {0, -1, Integer.MAX_VALUE, 1 << 30}) {
      assertArrayEquals(SAMPLES, WavFile.read(wav(1, 1, 16, data, claimed)).samples());
    }
  }

  @Test
  void otherChunksAreSkipped() throws IOException {
    ByteBuffer odd = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    odd.put(tag("LIST")).putInt(3).put(new byte[] {1, 2, 3, 0});
    byte[] plain = Files.readAllBytes(wav(1, 1, 16, Samples.toLittleEndian(SAMPLES), 12));
    ByteBuffer all = ByteBuffer.allocate(plain.length + 12);
    all.put(plain, 0, 12).put(odd.array()).put(plain, 12, plain.length - 12);
    Path file = folder.resolve("chunks.wav");
    Files.write(file, all.array());
    assertArrayEquals(SAMPLES, WavFile.read(file).samples());
  }

  @Test
  void whatIsNoWavIsOneSentenceWithFileFindingAndExpectation() throws IOException {
    assertSays(folder.resolve("gone.wav"), "there is no such file");
    assertSays(write("empty.wav", new byte[0]), "found an empty file");
    assertSays(
        write("text.wav", "hello, this is no sound".getBytes(StandardCharsets.US_ASCII)),
        "found no RIFF/WAVE header");
    assertSays(wav(1, 6, 16, new byte[12], 12), "found 6 channels");
    assertSays(wav(1, 1, 24, new byte[12], 12), "found 24-bit PCM");
    assertSays(wav(85, 1, 16, new byte[12], 12), "found coding number 85");
    byte[] good = Files.readAllBytes(wav(1, 1, 16, new byte[12], 12));
    assertSays(write("cut.wav", Arrays.copyOf(good, 30)), "found");
    assertSays(write("noData.wav", Arrays.copyOf(good, 36)), "found no data chunk");
    assertSays(folder, "");
  }

  private static void assertSays(Path file, String finding) {
    String message =
        String.valueOf(assertThrows(WavException.class, () -> WavFile.read(file)).getMessage());
    assertTrue(message.startsWith(file.toString()), message);
    assertTrue(message.contains(finding), message);
    assertTrue(message.contains("expected a WAV file"), message);
    assertEquals(1, message.lines().count());
  }

  private Path wav(int code, int channels, int bits, byte[] data, int claimed) throws IOException {
    ByteBuffer wav = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(tag("RIFF")).putInt(-1).put(tag("WAVE")).put(tag("fmt ")).putInt(16);
    wav.putShort((short) code).putShort((short) channels).putInt(8000);
    wav.putInt(8000 * channels * bits / 8).putShort((short) (channels * bits / 8));
    wav.putShort((short) bits).put(tag("data")).putInt(claimed).put(data);
    return write("w" + code + channels + bits + claimed + ".wav", wav.array());
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] tag(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
