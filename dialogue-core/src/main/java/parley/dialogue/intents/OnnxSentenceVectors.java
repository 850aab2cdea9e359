package parley.dialogue.intents;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;

/// bge-small-en-v1.5, quantized, in this process: 384 numbers a text, English. The model lies in
/// its jar; loading it takes about a second and 150 MB. Thread: any; each text is worked on by the
/// thread that asks, so that several texts at once do not get into each other's way.
public final class OnnxSentenceVectors implements SentenceVectors, AutoCloseable {
  /** Names the model; vectors of different models do not go together. */
  public static final String NAME = "bge-small-en-v1.5-q";

  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final int DIMENSIONS = 384;

  /** What the model was trained with; the rest of a longer text is left out. */
  private static final String MOST_TOKENS = "512";

  /** Keeps an endless message from being cut into tokens for minutes. */
  private static final int MOST_LETTERS = 4_000;

  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;

  /// @param folder where the tokenizer unpacks its native library (10 MB), once; it would use the
  ///   home folder otherwise, which a service may not have
  public OnnxSentenceVectors(Path folder) {
    System.setProperty("ENGINE_CACHE_DIR", folder.toAbsolutePath().toString());
    // Everything is in the jars: nothing is to be asked for over the network.
    System.setProperty("ai.djl.offline", "true");
    environment = OrtEnvironment.getEnvironment();
    try (InputStream words = resource(TOKENIZER);
        InputStream model = resource(MODEL);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              words, Map.of("padding", "false", "truncation", "true", "maxLength", MOST_TOKENS));
      session = environment.createSession(model.readAllBytes(), options);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The model of sentences cannot be unpacked below "
              + folder
              + "; make room there or make it writable",
          e);
    } catch (OrtException e) {
      throw new IllegalStateException("The model of sentences in the jar is broken", e);
    }
  }

  private static InputStream resource(String name) {
    InputStream found = OnnxSentenceVectors.class.getResourceAsStream(name);
    if (found == null) {
      throw new IllegalStateException("There is no " + name + " among the jars");
    }
    return found;
  }

  @Override
  public float[] of(String text) {
    String read = text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) : text;
    Encoding tokens = tokenizer.encode(read);
    long[] shape = {1, tokens.getIds().length};
    try (OnnxTensor ids = tensor(tokens.getIds(), shape);
        OnnxTensor mask = tensor(tokens.getAttentionMask(), shape);
        OnnxTensor types = tensor(tokens.getTypeIds(), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      return unit(((OnnxTensor) result.get(0)).getFloatBuffer());
    } catch (OrtException e) {
      throw new IllegalStateException("The model of sentences failed", e);
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  /// The vector of the first token, which stands for the whole text in this model, of length one.
  private static float[] unit(FloatBuffer states) {
    float[] vector = new float[DIMENSIONS];
    states.get(vector);
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    float scale = (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
    return vector;
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("The model of sentences cannot be closed", e);
    }
  }
}
