package parley.dialogue.intents;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The real model of sentences, loaded once for all tests of this process. What several of them
/// learn from, such as the shipped intents, is measured once. Thread: any.
public final class TestVectors implements SentenceVectors {

  public static final SentenceVectors SHARED = new TestVectors();

  private final SentenceVectors model = new OnnxSentenceVectors(Path.of("target/native"));
  private final ConcurrentMap<String, float[]> known = new ConcurrentHashMap<>();

  private TestVectors() {}

  @Override
  public float[] of(String text) {
    return known.computeIfAbsent(text, model::of).clone();
  }
}
