package parley.speech.adapt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// Words and how they sound: each has one or more pronunciations, a pronunciation is a list of
/// phones of [Phones#ALL]. Words in alphabetical order. Immutable; any thread.
record Lexicon(NavigableMap<String, List<List<String>>> words) {

  Lexicon {
    words = Collections.unmodifiableNavigableMap(new TreeMap<>(words));
  }

  /// Reads a model's `words/lexicon.txt.gz`: lines of a word and its phones.
  static Lexicon read(Path file) {
    NavigableMap<String, List<List<String>>> words = new TreeMap<>();
    try (InputStream packed = Files.newInputStream(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] columns = line.split(" ");
        words
            .computeIfAbsent(columns[0], _ -> new ArrayList<>())
            .add(List.of(columns).subList(1, columns.length));
      }
    } catch (IOException e) {
      throw new AdaptException(file + " cannot be read; copy the model again", e);
    }
    return new Lexicon(words);
  }

  /// With these words as well; a word that is there already gets the new pronunciations instead.
  Lexicon with(Map<String, List<List<String>>> others) {
    NavigableMap<String, List<List<String>>> all = new TreeMap<>(words);
    all.putAll(others);
    return new Lexicon(all);
  }
}
