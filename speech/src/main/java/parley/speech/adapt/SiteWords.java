package parley.speech.adapt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What callers of one site say: its sentences, and words with their pronunciations where the site
/// gives them. Immutable; any thread.
public record SiteWords(List<Sentence> sentences, List<Entry> entries) {
  private static final Pattern WORD = Pattern.compile("\\p{Ll}+(?:['-]\\p{Ll}+)*");

  public SiteWords {
    sentences = List.copyOf(sentences);
    entries = List.copyOf(entries);
  }

  /// @param text as written; punctuation and case do not count
  /// @param weight how often it counts among the others
  public record Sentence(String text, double weight) {
    List<String> words() {
      List<String> words = new ArrayList<>();
      Matcher found = WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
      while (found.find()) {
        words.add(found.group());
      }
      return words;
    }
  }

  /// A word of the site's list.
  ///
  /// @param pronunciation phones as CMUdict names them; empty: to be derived
  public record Entry(String word, Optional<List<String>> pronunciation) {}

  static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  /// Changes with every change of the words.
  String digest() {
    StringBuilder all = new StringBuilder();
    sentences.forEach(s -> all.append(s.text()).append('\t').append(s.weight()).append('\n'));
    entries.forEach(e -> all.append(e).append('\n'));
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
