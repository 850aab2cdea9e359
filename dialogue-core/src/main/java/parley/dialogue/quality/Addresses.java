package parley.dialogue.quality;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.dialogue.privacy.Finding;
import parley.dialogue.privacy.PersonalData;
import parley.dialogue.privacy.PersonalKind;
import parley.dialogue.understanding.Digits;
import parley.dialogue.words.Words;

/// Takes links, mail addresses, telephone and other long numbers out of a text. Pure.
final class Addresses {

  private static final Pattern SPOKEN_DOT =
      Pattern.compile("(?i)(?<=[\\p{L}\\p{N}]) (?:dot|punkt) (?=[\\p{L}\\p{N}])");
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)\\b(?:https?://[^\\s)>\\]]{1,300}|(?:www\\.)?(?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}"
              + "(?:com|org|net|edu|gov|info|biz|co|uk|de|at|ch|fr|es|it|nl|be|eu|io|us|ca|au|ie|pl"
              + "|pt|se|dk|fi|cz|shop|app|dev|example|test|online|support)\\b(?:/[^\\s)>\\]]{0,300})?)");

  private Addresses() {}

  /// The text with blanks where something was taken out.
  static String take(String text, Set<Fact> facts) {
    StringBuilder rest = new StringBuilder(text);
    for (Finding finding : PersonalData.find(text)) {
      String words = finding.in(text);
      boolean taken =
          switch (finding.kind()) {
            case MAIL -> facts.add(new Fact(Fact.Kind.MAIL, mail(words)));
            case PHONE -> facts.add(new Fact(Fact.Kind.PHONE, digits(words)));
            case CARD, IBAN, NUMBER -> facts.add(new Fact(Fact.Kind.NUMBER, reference(words)));
            case NAME, ADDRESS, BIRTH_DATE -> false;
          };
      if (taken || (finding.kind() != PersonalKind.NAME && !keeps(finding.kind()))) {
        blank(rest, finding.from(), finding.to());
      }
    }
    return links(rest.toString(), facts);
  }

  /// Numbers and dates in these are checked one by one.
  private static boolean keeps(PersonalKind kind) {
    return kind == PersonalKind.ADDRESS || kind == PersonalKind.BIRTH_DATE;
  }

  private static String links(String text, Set<Fact> facts) {
    String written = SPOKEN_DOT.matcher(text).replaceAll(".");
    StringBuilder rest = new StringBuilder(written);
    Matcher matcher = LINK.matcher(written);
    while (matcher.find()) {
      facts.add(new Fact(Fact.Kind.LINK, link(matcher.group())));
      blank(rest, matcher.start(), matcher.end());
    }
    return rest.toString();
  }

  private static String link(String written) {
    return written
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://", "")
        .replaceFirst("^www\\.", "")
        .replaceFirst("[/.,;:!?]+$", "");
  }

  private static String mail(String words) {
    return words
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s*[\\[({]?\\s*\\b(?:at)\\b\\s*[\\])}]?\\s*", "@")
        .replaceAll("\\s*[\\[({]?\\s*\\b(?:dot|punkt)\\b\\s*[\\])}]?\\s*", ".")
        .replaceAll("\\s*\\bunderscore\\b\\s*", "_")
        .replaceAll("\\s*\\b(?:dash|hyphen|minus)\\b\\s*", "-")
        .replaceAll("\\s+", "");
  }

  private static String digits(String words) {
    return Digits.from(Words.of(words)).replaceFirst("^(?:\\+|0)*", "");
  }

  private static String reference(String words) {
    String digits = digits(words);
    return digits.isEmpty() ? words.toLowerCase(Locale.ROOT).replaceAll("\\W", "") : digits;
  }

  private static void blank(StringBuilder text, int from, int to) {
    text.replace(from, to, " ".repeat(to - from));
  }
}
