package parley.speech.recognize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.speech.recognize.Transcript.Word;

/// Reads and writes the JSON of libvosk. Thread: any.
final class VoskJson {
  /** What Vosk writes for sounds that are no word of the vocabulary. */
  static final String UNKNOWN = "[unk]";

  private static final ObjectMapper JSON = new ObjectMapper();

  private VoskJson() {}

  /// Words of a result or final result, times as libvosk counts them, without the unknown ones.
  static List<Word> words(String json) {
    List<Word> words = new ArrayList<>();
    for (JsonNode word : read(json).path("result")) {
      String text = word.path("word").asText();
      if (!text.equals(UNKNOWN)) {
        words.add(
            new Word(
                text,
                seconds(word.path("start").asDouble()),
                seconds(word.path("end").asDouble()),
                Math.clamp(word.path("conf").asDouble(1), 0, 1)));
      }
    }
    return words;
  }

  /// How long the sounds of a result or final result were that are no word of the vocabulary.
  static Duration unknown(String json) {
    double seconds = 0;
    for (JsonNode word : read(json).path("result")) {
      if (word.path("word").asText().equals(UNKNOWN)) {
        seconds += word.path("end").asDouble() - word.path("start").asDouble();
      }
    }
    return seconds(seconds);
  }

  /// The words of a partial result, which has no times.
  static List<String> partial(String json) {
    List<String> words = new ArrayList<>();
    for (String word : read(json).path("partial").asText("").split(" ")) {
      if (!word.isEmpty() && !word.equals(UNKNOWN)) {
        words.add(word);
      }
    }
    return words;
  }

  static String array(List<String> phrases) {
    return JSON.createArrayNode()
        .addAll(phrases.stream().map(JSON.getNodeFactory()::textNode).toList())
        .toString();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      // The cause is left out: it quotes words of the caller.
      throw new RecognitionException(
          String.format(
              Locale.ROOT,
              "libvosk gave a result of %d characters that is no JSON",
              json.length()));
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
