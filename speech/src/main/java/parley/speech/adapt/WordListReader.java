package parley.speech.adapt;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a site's word list: a word or several on a line, or one word, ` = ` and its phones as
/// CMUdict names them. `#` begins a remark.
public final class WordListReader {
  private WordListReader() {}

  /// @throws AdaptException with every wrong line in one message
  public static List<SiteWords.Entry> read(Path file) {
    List<SiteWords.Entry> entries = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        try {
          entries.addAll(entries(text));
        } catch (IllegalArgumentException bad) {
          wrong.add("line " + number + ": " + bad.getMessage());
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw new AdaptException(file + ": " + String.join("; ", wrong));
    }
    return entries;
  }

  private static List<SiteWords.Entry> entries(String text) {
    String[] sides = text.split("=", -1);
    List<String> words = List.of(sides[0].strip().toLowerCase(Locale.ROOT).split("\\s+"));
    for (String word : words) {
      if (!SiteWords.isWord(word)) {
        throw new IllegalArgumentException(
            "`" + word + "` is no word of letters; write it as it is said");
      }
    }
    if (sides.length == 1) {
      return words.stream().map(word -> new SiteWords.Entry(word, Optional.empty())).toList();
    }
    List<String> phones = List.of(sides[1].strip().toUpperCase(Locale.ROOT).split("\\s+"));
    if (sides.length > 2 || words.size() > 1) {
      throw new IllegalArgumentException("expected one word, `=` and its phones");
    }
    for (String phone : phones) {
      if (!Phones.ALL.contains(phone)) {
        throw new IllegalArgumentException(
            "`" + phone + "` is no phone; expected some of " + String.join(" ", Phones.ALL));
      }
    }
    return List.of(new SiteWords.Entry(words.getFirst(), Optional.of(phones)));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      throw new AdaptException(file + " is not text in UTF-8; save it so", e);
    } catch (IOException e) {
      throw new AdaptException(
          file + " cannot be read; make it readable or take speech.word-list out", e);
    }
  }
}
