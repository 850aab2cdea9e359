package parley.dialogue.intents;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.nio.file.Path;

/// bge-small-en-v1.5, quantized, in this process: 384 numbers a text, English. The model lies in
/// its jar; loading it takes about a second and 150 MB. Thread: any.
public final class OnnxSentenceVectors implements SentenceVectors {
  /** Keeps an endless message from taking minutes; the model reads about 2,000 letters anyway. */
  private static final int MOST_LETTERS = 4_000;

  private final BgeSmallEnV15QuantizedEmbeddingModel model;

  /// @param folder where the tokenizer unpacks its native library (10 MB), once; it would use the
  ///   home folder otherwise, which a service may not have
  public OnnxSentenceVectors(Path folder) {
    System.setProperty("ENGINE_CACHE_DIR", folder.toAbsolutePath().toString());
    // Everything is in the jars: nothing is to be asked for over the network.
    System.setProperty("ai.djl.offline", "true");
    model = new BgeSmallEnV15QuantizedEmbeddingModel();
  }

  @Override
  public float[] of(String text) {
    String read = text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) : text;
    return model.embed(read).content().vector();
  }
}
