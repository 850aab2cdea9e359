package parley.speech.install;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import parley.speech.TestFolders;

/// Zips as the vendor makes them, and as nobody should.
final class ModelZips {

  private ModelZips() {}

  /// The model that comes with Parley, below a top folder, as the vendor's small ones are: its
  /// front end is for 16 kHz (the bands above are not used) and lacks `--allow-upsample`.
  static byte[] real(String top) throws IOException {
    Path model = TestFolders.model().path();
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> walk = Files.walk(model)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        files.put(top + "/" + model.relativize(file), Files.readAllBytes(file));
      }
    }
    String mfcc = top + "/conf/mfcc.conf";
    List<String> options =
        Files.readAllLines(model.resolve("conf/mfcc.conf")).stream()
            .filter(option -> !option.contains("upsample"))
            .map(option -> option.replace("--sample-frequency=8000", "--sample-frequency=16000"))
            .toList();
    files.put(mfcc, String.join("\n", options).getBytes(StandardCharsets.UTF_8));
    return zip(files);
  }

  /// Files that pass for a model's as long as nobody loads them; the network is noise of so many
  /// bytes.
  static Map<String, byte[]> small(String top, int bytes) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] noise = new byte[bytes];
    new Random(bytes).nextBytes(noise);
    byte[] begin = text("\0B<TransitionModel> ");
    System.arraycopy(begin, 0, noise, 0, Math.min(begin.length, bytes));
    files.put(top + "/", new byte[0]);
    files.put(top + "/am/final.mdl", noise);
    files.put(top + "/conf/model.conf", text("--beam=10\n"));
    files.put(top + "/conf/mfcc.conf", text("--sample-frequency=16000\n"));
    files.put(top + "/graph/words.txt", text("<eps> 0\n"));
    files.put(top + "/graph/phones/word_boundary.int", text("1 nonword\n"));
    files.put(top + "/graph/HCLG.fst", new byte[] {(byte) 0xd6, (byte) 0xfd, (byte) 0xb2, 0x7e});
    return files;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /// Makes the last entry a symbolic link: a Unix mode in the directory's external attributes.
  static byte[] withLink(byte[] zip) {
    byte[] linked = zip.clone();
    int at = linked.length - 4;
    while (linked[at] != 'P' || linked[at + 1] != 'K' || linked[at + 2] != 1) {
      at--;
    }
    linked[at + 40] = (byte) 0xff;
    linked[at + 41] = (byte) 0xa1;
    return linked;
  }
}
