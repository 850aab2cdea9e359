package parley.dialogue.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import parley.dialogue.intents.SentenceVectors;

/// The vectors of the texts that were asked for last. What a customer says is asked about for its
/// intent, its mood, among the entries and among the documents, and the words of a caller who is
/// still speaking come again and again; each text costs the model once. A text is known by its
/// digest, so nobody's words stay here. Thread: any.
public final class RememberedVectors implements SentenceVectors {

  /** At 384 numbers each, 0.8 MB. */
  private static final int MOST = 512;

  private final SentenceVectors model;
  private final Map<String, float[]> last = new LinkedHashMap<>(64, 0.75f, true);

  public RememberedVectors(SentenceVectors model) {
    this.model = model;
  }

  @Override
  public float[] of(String text) {
    String key = digest(text);
    synchronized (last) {
      float[] known = last.get(key);
      if (known != null) {
        return known;
      }
    }
    // Outside the lock: two calls must not wait for each other's words.
    float[] vector = model.of(text);
    synchronized (last) {
      last.put(key, vector);
      if (last.size() > MOST) {
        last.remove(last.keySet().iterator().next());
      }
    }
    return vector;
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
