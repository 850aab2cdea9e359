package parley.speech.adapt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What came of giving a model a site's words; kept beside the adapted model.
///
/// @param digest of the site's words and of the model's files they were built from
/// @param words that the model knows now
/// @param added words that it did not know before
/// @param derived those of them whose pronunciation was derived by rule
/// @param unknown words of the site that it cannot hear, with no pronunciation or no room for new
///   ones
/// @param sentences of the site that were counted
/// @param ngrams kept sequences of one to three words
public record Adaptation(
    @JsonProperty("digest") String digest,
    @JsonProperty("words") int words,
    @JsonProperty("added") List<String> added,
    @JsonProperty("derived") List<String> derived,
    @JsonProperty("unknown") List<String> unknown,
    @JsonProperty("sentences") int sentences,
    @JsonProperty("ngrams") int ngrams) {

  public Adaptation {
    added = List.copyOf(added);
    derived = List.copyOf(derived);
    unknown = List.copyOf(unknown);
  }
}
