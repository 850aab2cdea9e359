package parley.speech.recognize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words that a model knows: the first column of its `graph/words.txt`. Thread: any.
record ModelWords(Set<String> words) {

  ModelWords {
    words = Set.copyOf(words);
  }

  static ModelWords of(ModelFolder folder) {
    try (Stream<String> lines = Files.lines(folder.wordsFile())) {
      return new ModelWords(
          lines.map(line -> line.split("\\s", 2)[0]).collect(Collectors.toUnmodifiableSet()));
    } catch (IOException | UncheckedIOException e) {
      throw new RecognitionException(
          folder.wordsFile() + " cannot be read: " + e.getMessage() + "; copy the model again", e);
    }
  }

  boolean knows(String word) {
    return words.contains(word);
  }
}
