package parley.dialogue.memory;

import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.words.Words;

/// Short words join others, in all languages that are written so, and do not count.
final class WordsInCommon implements Relevance {

  private static final int SHORTEST = 4;

  @Override
  public double of(Words now, Recollection before) {
    Set<String> asked = content(now);
    Set<String> told = content(Words.of(before.topic().text() + " " + before.summary().text()));
    long shared = asked.stream().filter(told::contains).count();
    return asked.isEmpty() ? 0 : (double) shared / asked.size();
  }

  private static Set<String> content(Words words) {
    return words.list().stream()
        .filter(word -> word.length() >= SHORTEST)
        .collect(Collectors.toSet());
  }
}
