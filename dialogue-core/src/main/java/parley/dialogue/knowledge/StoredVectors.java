package parley.dialogue.knowledge;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.intents.SentenceVectors;

/// The vectors of the knowledge, kept in a file from one start to the next: a text is known by the
/// digest of its content and of the model's name, so a changed text or model is computed anew, and
/// what nobody asked for any more is not written again. A file that cannot be read is as good as
/// none. Thread: any.
///
/// The file: a number that names the format, how many follow, and for each 32 bytes of SHA-256, the
/// count of numbers and the numbers, big-endian.
public final class StoredVectors implements SentenceVectors {

  private static final Logger LOG = LoggerFactory.getLogger(StoredVectors.class);
  private static final int FORMAT = 0x504B5631;
  private static final int DIGEST = 32;
  private static final int MOST_NUMBERS = 4_096;

  private final SentenceVectors model;
  private final String modelName;
  private final Path file;
  private final Map<String, float[]> stored;
  private final Map<String, float[]> used = new HashMap<>();
  private boolean changed;

  /// @param modelName changes whenever the model does
  public StoredVectors(SentenceVectors model, String modelName, Path file) {
    this.model = model;
    this.modelName = modelName;
    this.file = file;
    this.stored = read(file);
  }

  /// The model itself, for texts that come once.
  public SentenceVectors model() {
    return model;
  }

  @Override
  public synchronized float[] of(String text) {
    String key = digest(text);
    float[] vector = used.get(key);
    if (vector == null) {
      vector = stored.get(key);
    }
    if (vector == null) {
      vector = model.of(text);
      changed = true;
    }
    used.put(key, vector);
    return vector;
  }

  /// Writes what was asked for since the last time, if anything is new; a full disk costs the next
  /// start some seconds, and nothing else.
  public synchronized void save() {
    if (changed || used.size() < stored.size()) {
      try {
        write();
      } catch (IOException e) {
        LOG.warn(
            "The vectors of the knowledge cannot be kept in {} ({}): they are computed again at the"
                + " next start.",
            file,
            e.getClass().getSimpleName());
      }
    }
    stored.clear();
    stored.putAll(used);
    used.clear();
    changed = false;
  }

  private void write() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
      out.writeInt(FORMAT);
      out.writeInt(used.size());
      for (var entry : used.entrySet()) {
        out.write(HexFormat.of().parseHex(entry.getKey()));
        out.writeInt(entry.getValue().length);
        for (float number : entry.getValue()) {
          out.writeFloat(number);
        }
      }
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Map<String, float[]> read(Path file) {
    Map<String, float[]> vectors = new HashMap<>();
    if (!Files.exists(file)) {
      return vectors;
    }
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int count = in.readInt() == FORMAT ? in.readInt() : 0;
      for (int i = 0; i < count; i++) {
        String key = HexFormat.of().formatHex(in.readNBytes(DIGEST));
        vectors.put(key, numbers(in));
      }
    } catch (IOException e) {
      LOG.warn(
          "The vectors kept in {} cannot be read ({}): they are computed again.",
          file,
          e.getClass().getSimpleName());
      vectors.clear();
    }
    return vectors;
  }

  private static float[] numbers(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 1 || count > MOST_NUMBERS) {
      throw new IOException("no vector has so many numbers");
    }
    float[] vector = new float[count];
    for (int i = 0; i < count; i++) {
      vector[i] = in.readFloat();
    }
    return vector;
  }

  private String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(modelName.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException("Every Java has SHA-256", e));
    }
  }
}
