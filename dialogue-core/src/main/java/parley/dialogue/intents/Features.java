package parley.dialogue.intents;

import java.util.Arrays;

/// A text as the linear head sees it: the sentence's vector, and its words and neighbouring pairs
/// of words, weighted by how rare they are among the examples. The vector knows that "parcel" and
/// "package" are alike, the words that "card payment" and "card arrival" are not.
///
/// @param dense the sentence's vector, scaled
/// @param ids of the words and pairs that examples have, each once
/// @param weights of those, in their order
@SuppressWarnings("ArrayRecordComponent") // made once, read only by the head, never compared
record Features(float[] dense, int[] ids, float[] weights) {

  Features {
    if (ids.length != weights.length) {
      throw new IllegalArgumentException(
          "A weight for each word: " + Arrays.toString(ids) + ", " + Arrays.toString(weights));
    }
  }
}
