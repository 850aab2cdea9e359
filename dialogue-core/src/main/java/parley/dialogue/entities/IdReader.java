package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.understanding.Digits;
import parley.dialogue.words.Words;

/// Reads a number made of digits, letters and dashes: "a b one two dash three", "PAY-20391", "m as
/// in mike four oh one". Thread: one owner.
final class IdReader {
  private static final int MOST_TOKENS = 40;
  private static final Set<String> DASHES = Set.of("dash", "hyphen", "minus");
  private static final Set<String> AS_IN = Set.of("for", "like");
  private static final Set<List<String>> CORRECTIONS =
      Set.of(
          List.of("no", "sorry"),
          List.of("sorry"),
          List.of("no", "wait"),
          List.of("wait", "no"),
          List.of("i", "mean"),
          List.of("correction"));
  private static final int LONGEST_GLUED_WORD = 8;

  private final Tokens tokens;
  private final StringBuilder id = new StringBuilder();
  private final List<String> numerals = new ArrayList<>();
  private int from;
  private int at;

  /// @param from the first token of the number itself
  /// @param next the token after it
  record ReadId(String text, int from, int next) {

    boolean hasDigit() {
      return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
  }

  private IdReader(Tokens tokens, int from) {
    this.tokens = tokens;
    this.from = from;
    this.at = from;
  }

  static Optional<ReadId> read(Tokens tokens, int from, Set<String> prefixes) {
    return new IdReader(tokens, from).read(prefixes);
  }

  private Optional<ReadId> read(Set<String> prefixes) {
    int end = from;
    int limit = from + MOST_TOKENS;
    while (at < limit && (corrected() || takes(prefixes))) {
      end = at;
    }
    flush();
    String text = id.toString().toUpperCase(Locale.ROOT).replaceAll("-+$", "");
    int next = tokens.is(end - 1, DASHES) || tokens.is(end - 1, "-") ? end - 1 : end;
    return text.isEmpty() || next <= from
        ? Optional.empty()
        : Optional.of(new ReadId(text, from, next));
  }

  /// "four seven no sorry four eight": begins again.
  private boolean corrected() {
    for (List<String> words : CORRECTIONS) {
      int next = at + words.size();
      if (at > from && tokens.phrase(at, words) && startsNumber(next)) {
        at = next;
        from = next;
        id.setLength(0);
        numerals.clear();
        return true;
      }
    }
    return false;
  }

  private boolean startsNumber(int index) {
    return tokens.token(index).isDigits()
        || Numerals.isReadOut(tokens.word(index))
        || tokens.token(index).isLetter();
  }

  private boolean takes(Set<String> prefixes) {
    Token token = tokens.token(at);
    boolean first = at == from;
    if (Numerals.isNumber(token.word()) && !tokens.token(at - 1).isDigits()) {
      numerals.add(token.word());
      at++;
      return true;
    }
    if (dash(first)) {
      return append("-", 1);
    }
    if (token.isDigits()) {
      return (first || joinsDigits()) && append(token.word(), 1);
    }
    if (token.isLetter()) {
      return !isPronoun(first) && letter(token.word());
    }
    boolean belongs = first ? opensNumber(token, prefixes) : isGluedWord(token);
    return token.isWord() && belongs && append(token.word(), 1);
  }

  /// The letters of "12abc".
  private boolean isGluedWord(Token token) {
    return token.glued()
        && token.word().length() <= LONGEST_GLUED_WORD
        && !tokens.token(at - 1).isLetter();
  }

  private boolean opensNumber(Token token, Set<String> prefixes) {
    boolean known = prefixes.contains(token.word().toUpperCase(Locale.ROOT));
    boolean digitsGlued = tokens.gluedDigits(at + 1);
    boolean dashed = tokens.gluedSign(at + 1, "-") && tokens.gluedDigits(at + 2);
    boolean spokenDash = tokens.is(at + 1, DASHES);
    boolean begins = digitsGlued || dashed || spokenDash;
    return (begins && token.word().length() <= LONGEST_GLUED_WORD)
        || (known && tokens.token(at + 1).isDigits());
  }

  private boolean joinsDigits() {
    Token token = tokens.token(at);
    Token before = tokens.token(at - 1);
    return token.glued()
        || !before.isDigits()
        || (before.word().length() == 1 && token.word().length() == 1);
  }

  private boolean dash(boolean first) {
    boolean written = tokens.gluedSign(at, "-") && tokens.token(at + 1).glued();
    return !first && (tokens.is(at, DASHES) || written) && at + 1 < tokens.size();
  }

  /// "... seven one i don't know it".
  private boolean isPronoun(boolean first) {
    Token next = tokens.token(at + 1);
    boolean word = next.isWord() && !next.isLetter() && !Numerals.isNumber(next.word());
    return !first
        && !tokens.token(at).glued()
        && tokens.is(at, Set.of("i", "a"))
        && word
        && !next.word().equals("as")
        && !DASHES.contains(next.word());
  }

  private boolean letter(String letter) {
    boolean asIn = tokens.is(at + 1, "as") && tokens.is(at + 2, "in");
    boolean forWord =
        tokens.is(at + 1, AS_IN)
            && tokens.word(at + 2).startsWith(letter)
            && tokens.word(at + 2).length() > 1;
    int used = asIn ? 4 : forWord ? 3 : 1;
    return append(letter, used);
  }

  private boolean append(String piece, int used) {
    flush();
    id.append(piece);
    at += used;
    return true;
  }

  /// Number words as one number ("nine thousand four hundred") or else figure by figure.
  private void flush() {
    if (numerals.isEmpty()) {
      return;
    }
    id.append(digits(numerals));
    numerals.clear();
  }

  static String digits(List<String> numerals) {
    if (numerals.contains("hundred") || numerals.contains("thousand")) {
      Tokens words = Tokens.of(String.join(" ", numerals));
      Optional<NumberReader.Amount> whole =
          NumberReader.spoken(words, 0).filter(n -> n.next() == words.size());
      if (whole.isPresent()) {
        return whole.get().value().toPlainString();
      }
    }
    return Digits.from(new Words(numerals));
  }
}
