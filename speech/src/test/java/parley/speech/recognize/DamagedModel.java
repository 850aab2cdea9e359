package parley.speech.recognize;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;
import parley.speech.TestFolders;

/// Copies of the bundled model for tests to damage.
final class DamagedModel {

  /// One damage to the model in a folder.
  @FunctionalInterface
  interface Damage {
    void to(Path model) throws IOException;
  }

  private DamagedModel() {}

  static Path copy(Path to) throws IOException {
    Path from = TestFolders.model().path();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(file));
      }
    }
    return to;
  }

  /// A file ends after this part of it.
  static Damage cut(String name, double part) {
    return model -> {
      byte[] all = Files.readAllBytes(model.resolve(name));
      Files.write(model.resolve(name), Arrays.copyOf(all, (int) (all.length * part)));
    };
  }

  static Damage cutLastByte(String name) {
    return model -> {
      byte[] all = Files.readAllBytes(model.resolve(name));
      Files.write(model.resolve(name), Arrays.copyOf(all, all.length - 1));
    };
  }

  static Damage flip(String name, int at) {
    return model -> {
      byte[] all = Files.readAllBytes(model.resolve(name));
      all[at] ^= (byte) 0xff;
      Files.write(model.resolve(name), all);
    };
  }

  static Damage write(String name, byte[] content) {
    return model -> Files.write(model.resolve(name), content);
  }

  static Damage write(String name, String content) {
    return write(name, content.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Kaldi takes the last of two equal options.
  static Damage append(String name, String line) {
    return model ->
        Files.writeString(
            model.resolve(name),
            "\n" + line + "\n",
            StandardCharsets.ISO_8859_1,
            StandardOpenOption.APPEND);
  }

  static Damage replace(String name, String by) {
    return model -> Files.write(model.resolve(name), Files.readAllBytes(model.resolve(by)));
  }

  /// A whole `const` graph of two states with one arc between.
  static byte[] graph(int input, int output) {
    ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(GraphFile.MAGIC);
    text(bytes, "const");
    text(bytes, "standard");
    bytes.putInt(2).putInt(0).putLong(1).putLong(0).putLong(2).putLong(1);
    bytes.putFloat(Float.POSITIVE_INFINITY).putInt(0).putInt(1).putInt(0).putInt(0);
    bytes.putFloat(0).putInt(1).putInt(0).putInt(0).putInt(0);
    bytes.putInt(input).putInt(output).putFloat(0).putInt(1);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static void text(ByteBuffer bytes, String text) {
    bytes.putInt(text.length()).put(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
