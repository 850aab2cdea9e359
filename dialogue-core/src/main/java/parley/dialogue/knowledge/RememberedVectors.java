package parley.dialogue.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;
import parley.dialogue.intents.SentenceVectors;

/// The vectors of the texts that were asked for last: the words of a caller who is still speaking
/// come again and again, and the final words are mostly the last partial ones. Thread: any.
public final class RememberedVectors implements SentenceVectors {

  private static final int MOST = 512;
  private static final int LONGEST = 500;

  private final SentenceVectors model;
  private final Map<String, float[]> last = new LinkedHashMap<>(64, 0.75f, true);

  public RememberedVectors(SentenceVectors model) {
    this.model = model;
  }

  @Override
  public float[] of(String text) {
    synchronized (last) {
      float[] known = last.get(text);
      if (known != null) {
        return known;
      }
    }
    // Outside the lock: two calls must not wait for each other's words.
    float[] vector = model.of(text);
    if (text.length() <= LONGEST) {
      remember(text, vector);
    }
    return vector;
  }

  private void remember(String text, float[] vector) {
    synchronized (last) {
      last.put(text, vector);
      if (last.size() > MOST) {
        last.remove(last.keySet().iterator().next());
      }
    }
  }
}
