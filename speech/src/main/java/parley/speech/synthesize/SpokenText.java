package parley.speech.synthesize;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Written English to words as people say them: numbers, money, dates, times, telephone and order
/// numbers, addresses, abbreviations and signs become plain words, with commas where one pauses;
/// what cannot be said (emoji, other scripts) is left out. The result has letters, spaces and
/// punctuation only. Thread: any.
public final class SpokenText {
  private static final Pattern UNSPEAKABLE = Pattern.compile("[^\\p{IsLatin}0-9\\s\\p{ASCII}]");
  private static final Pattern MARKUP = Pattern.compile("[*`^<>\"\\p{Cntrl}]");

  private SpokenText() {}

  /// The words to say; empty when there is nothing that can be said.
  public static String of(String text) {
    String said = prepared(text);
    said = Rule.apply(ContactRules.ALL, said);
    said = Rule.apply(DateRules.ALL, said);
    said = Rule.apply(MoneyRules.ALL, said);
    said = Rule.apply(NumberRules.ALL, said);
    said = Rule.apply(WordRules.ALL, said);
    return tidy(UNSPEAKABLE.matcher(said).replaceAll(" "));
  }

  /** One way of writing for what is written in many. */
  private static String prepared(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .replaceAll("[‘’ʼ]", "'")
            .replaceAll("[“”„«»]", "\"")
            .replace('\u00A0', ' ')
            .replace('\u202F', ' ')
            .replace("…", "...")
            .replaceAll("\\.{2,}", ". ")
            .replaceAll("[\\r\\n]+\\s*[-*•]\\s+", ", ")
            .replaceAll("\\s+", " ");
    plain = MARKUP.matcher(plain).replaceAll("");
    return shouted(plain) ? plain.toLowerCase(Locale.ROOT) : plain;
  }

  /** A whole sentence in capitals is loud, not an acronym. */
  private static boolean shouted(String text) {
    List<String> words = List.of(text.split("[^\\p{L}]+"));
    long letters = text.chars().filter(Character::isLetter).count();
    return words.size() > 3 && letters > 12 && text.equals(text.toUpperCase(Locale.ROOT));
  }

  private static String tidy(String text) {
    String tidy =
        text.replaceAll("\\s+", " ")
            .replaceAll("\\s+([,.?!])", "$1")
            .replaceAll("[,.]*([.?!])[.,]*", "$1")
            .replaceAll("([?!])[?!]+", "$1")
            .replaceAll(",+", ",")
            .replaceAll("([,.?!])(?=\\p{L})", "$1 ")
            .replaceAll("^[\\s,.?!'-]+", "")
            .replaceAll("[\\s,-]+$", "");
    return tidy.codePoints().anyMatch(Character::isLetter) ? tidy : "";
  }
}
