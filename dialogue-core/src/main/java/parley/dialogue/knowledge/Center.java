package parley.dialogue.knowledge;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.apache.lucene.util.VectorUtil;

/// What all texts of the knowledge have in common, and cosines without it: in a knowledge about
/// parcels every question is near every other, and what tells them apart is the rest. Immutable.
final class Center {

  /** With fewer texts than this the average is more the single text than what is common. */
  private static final double FEW = 20;

  private static final double LEAST = 1e-6;

  private final float[] average;
  private final double square;

  private Center(float[] average) {
    this.average = average;
    this.square = VectorUtil.dotProduct(average, average);
  }

  static Center of(double[] sum, long texts) {
    float[] average = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      average[i] = (float) (sum[i] / (texts + FEW));
    }
    return new Center(average);
  }

  static Center parse(String written) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(written));
    float[] average = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(average);
    return new Center(average);
  }

  String written() {
    ByteBuffer bytes = ByteBuffer.allocate(average.length * Float.BYTES);
    bytes.asFloatBuffer().put(average);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /// The cosine of what is left of two vectors of length one.
  double cosine(float[] one, float[] other, double plain) {
    double oneCommon = VectorUtil.dotProduct(one, average);
    double otherCommon = VectorUtil.dotProduct(other, average);
    double lengths =
        Math.sqrt(
            Math.max(LEAST, 1 - 2 * oneCommon + square)
                * Math.max(LEAST, 1 - 2 * otherCommon + square));
    return (plain - oneCommon - otherCommon + square) / lengths;
  }
}
