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
  void wideSamplesKeepTheirUpperSixteenBits() throws IOException {
    byte[] three = {0x77, 0x34, 0x12, 0, 0, (byte) 0x80};
    assertArrayEquals(
        new short[] {0x1234, -32768}, WavFile.read(wav(1, 1, 24, three, 6)).samples());
    byte[] four = {0x55, 0x77, 0x34, 0x12, 0, 0, 0, (byte) 0x80};
    assertArrayEquals(new short[] {0x1234, -32768}, WavFile.read(wav(1, 1, 32, four, 8)).samples());
  }

  @Test
  void floatingPointIsScaledAndClipped() throws IOException {
    float[] values = {0, 0.5f, -1, 1, 7, Float.NaN, Float.NEGATIVE_INFINITY};
    ByteBuffer data = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(values);
    assertArrayEquals(
        new short[] {0, 16384, -32768, 32767, 32767, 0, -32768},
        WavFile.read(wav(3, 1, 32, data.array(), data.capacity())).samples());
  }

  @Test
  void sixChannelsAreMixed() throws IOException {
    short[] frames = {60, 0, 0, 0, 0, 0, 10, 20, 30, 40, 50, 60};
    assertArrayEquals(
        new short[] {10, 35},
        WavFile.read(wav(1, 6, 16, Samples.toLittleEndian(frames), 24)).samples());
  }

  @Test
  void theExtensibleFormatNamesItsCodingLater() throws IOException {
    ByteBuffer wav = ByteBuffer.allocate(68 + 12).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(tag("RIFF")).putInt(72).put(tag("WAVE")).put(tag("fmt ")).putInt(40);
    wav.putShort((short) 0xFFFE).putShort((short) 1).putInt(16_000).putInt(32_000);
    wav.putShort((short) 2).putShort((short) 16).putShort((short) 22).putShort((short) 16);
    wav.putInt(4).putShort((short) 1).put(new byte[14]);
    wav.put(tag("data")).putInt(12).put(Samples.toLittleEndian(SAMPLES));
    Pcm read = WavFile.read(write("extensible.wav", wav.array()));
    assertArrayEquals(SAMPLES, read.samples());
    assertEquals(16_000, read.sampleRateHz());
  }

  @Test
  void aHeaderAloneIsNoSoundAndNoFault() throws IOException {
    assertTrue(WavFile.read(wav(1, 1, 16, new byte[0], 0)).isEmpty());
    assertTrue(WavFile.read(wav(1, 2, 16, new byte[3], 3)).isEmpty());
    Path file = folder.resolve("nothing.wav");
    WavFile.write(file, Pcm.empty(8000));
    byte[] finished = Arrays.copyOf(Files.readAllBytes(file), 54);
    ByteBuffer.wrap(finished).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 46);
    assertTrue(WavFile.read(write("chunkAfter.wav", finished)).isEmpty());
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
    assertSays(wav(1, 65, 16, new byte[130], 130), "found 65 channels");
    assertSays(wav(1, 0, 16, new byte[12], 12), "found 0 channels");
    assertSays(wav(1, 1, 20, new byte[12], 12), "found 20-bit PCM");
    assertSays(wav(3, 1, 64, new byte[16], 16), "found 64-bit floating point");
    assertSays(wav(7, 1, 16, new byte[16], 16), "found 16-bit G.711");
    assertSays(rate(3999), "found a sample rate of 3999 Hz");
    assertSays(rate(-8000), "found a sample rate of -8000 Hz");
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

  private Path rate(int sampleRateHz) throws IOException {
    byte[] wav = Files.readAllBytes(wav(1, 1, 16, new byte[12], 12));
    ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(24, sampleRateHz);
    return write("rate" + sampleRateHz + ".wav", wav);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] tag(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
