package parley.dialogue.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/// Finds IBANs and other references in which letters and digits are mixed, written or spelled out
/// ("d e eight nine ..."). Pure.
final class SpelledFinder {

  private static final int SHORTEST_REFERENCE = 6;
  private static final int LEAST_DIGITS = 3;
  private static final int LONGEST_PART = 12;
  private static final int REACH = 5;
  private static final Set<String> REFERENCE_CUES =
      Set.of(
          "plate",
          "insurance",
          "number",
          "registration",
          "licence",
          "license",
          "passport",
          "reference",
          "booking",
          "confirmation",
          "reservation",
          "id",
          "kennzeichen");
  private static final Set<String> FILLERS = Set.of("uh", "um", "er", "erm", "then", "space");

  /// One letter or digit, and the token that it is from.
  private record Sign(char character, int token) {}

  private final List<Token> tokens;
  private final List<Finding> found = new ArrayList<>();

  private SpelledFinder(List<Token> tokens) {
    this.tokens = tokens;
  }

  static List<Finding> find(List<Token> tokens) {
    SpelledFinder finder = new SpelledFinder(tokens);
    List<Sign> run = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int next = finder.take(at, run);
      if (next == at && !finder.glue(at, run)) {
        finder.close(run);
        run.clear();
      }
      at = Math.max(next, at + 1);
    }
    finder.close(run);
    return finder.found;
  }

  /// Adds the signs that stand at this place; the place after them.
  private int take(int at, List<Sign> run) {
    Token token = tokens.get(at);
    OptionalInt times = NumberWords.times(token);
    if (times.isPresent() && at + 1 < tokens.size()) {
      String repeated = sign(at + 1);
      if (repeated.length() == 1) {
        add(repeated, at, run);
        add(repeated.repeat(times.getAsInt() - 1), at + 1, run);
        return at + 2;
      }
    }
    String signs = sign(at);
    boolean tens =
        token.word()
            && NumberWords.tens(token)
            && at + 1 < tokens.size()
            && tokens.get(at + 1).word()
            && NumberWords.one(tokens.get(at + 1));
    if (tens) {
      add(signs.substring(0, 1), at, run);
      add(NumberWords.value(tokens.get(at + 1)), at + 1, run);
      return at + 2;
    }
    add(signs, at, run);
    return signs.isEmpty() ? at : at + 1;
  }

  private static void add(String signs, int token, List<Sign> run) {
    signs.chars().forEach(c -> run.add(new Sign((char) c, token)));
  }

  private String sign(int at) {
    Token token = tokens.get(at);
    if (token.digits()) {
      return token.raw();
    }
    if (NumberWords.number(token)) {
      return NumberWords.value(token);
    }
    String letter = NumberWords.letter(token);
    boolean code =
        token.word()
            && token.raw().length() <= LONGEST_PART
            && (sticks(at) || token.raw().matches("[A-Z]{2,4}"));
    return letter.isEmpty() && code && token.raw().matches("[A-Za-z]+") ? token.lower() : letter;
  }

  /// Letters and digits written without a gap.
  private boolean sticks(int at) {
    Token token = tokens.get(at);
    return (at > 0 && tokens.get(at - 1).digits() && tokens.get(at - 1).touches(token))
        || (at + 1 < tokens.size()
            && tokens.get(at + 1).digits()
            && token.touches(tokens.get(at + 1)));
  }

  private boolean glue(int at, List<Sign> run) {
    Token token = tokens.get(at);
    boolean tight =
        at > 0
            && at + 1 < tokens.size()
            && tokens.get(at - 1).touches(token)
            && token.touches(tokens.get(at + 1));
    return !run.isEmpty()
        && (FILLERS.contains(token.lower())
            || token.is(",")
            || ("-/._".contains(token.raw()) && tight));
  }

  private void close(List<Sign> run) {
    int from = 0;
    while (from < run.size()) {
      int iban = iban(run, from);
      if (iban > 0) {
        reference(run.subList(0, from));
        add(PersonalKind.IBAN, run.subList(from, from + iban));
        reference(run.subList(from + iban, run.size()));
        return;
      }
      from++;
    }
    reference(run);
  }

  /// How many signs from here are an IBAN. One wrong digit makes it no less somebody's: its shape
  /// is enough when nothing follows that would make it longer.
  private int iban(List<Sign> run, int from) {
    if (run.size() - from < 4) {
      return 0;
    }
    int length = CheckDigits.ibanLength(text(run.subList(from, from + 2)));
    if (length == 0 || run.size() - from < length) {
      return 0;
    }
    String number = text(run.subList(from, from + length));
    boolean shaped = number.substring(2, 4).chars().allMatch(Character::isDigit);
    boolean right = shaped && CheckDigits.iban(number);
    long letters = number.chars().filter(Character::isLetter).count();
    return right || (shaped && letters < length / 2) ? length : 0;
  }

  private static String text(List<Sign> signs) {
    StringBuilder text = new StringBuilder();
    signs.forEach(sign -> text.append(sign.character()));
    return text.toString().toUpperCase(Locale.ROOT);
  }

  /// Letters and digits mixed, long enough to be no name of a thing such as "A380". Words in
  /// capitals belong to it only where a reference is announced: "12.50 EUR" is none.
  private void reference(List<Sign> signs) {
    boolean cued =
        !signs.isEmpty() && Cues.before(tokens, signs.getFirst().token(), REACH, REFERENCE_CUES);
    int from = 0;
    for (int at = 0; at <= signs.size(); at++) {
      if (at == signs.size() || (!cued && apart(signs.get(at).token()))) {
        reference(trimmed(signs.subList(from, at)), cued);
        from = at + 1;
      }
    }
  }

  private void reference(List<Sign> run, boolean cued) {
    long digits = run.stream().filter(sign -> Character.isDigit(sign.character())).count();
    boolean mixed = digits >= (cued ? 2 : LEAST_DIGITS) && digits < run.size();
    if (mixed && run.size() >= SHORTEST_REFERENCE) {
      add(PersonalKind.NUMBER, run);
    }
  }

  private boolean dashed(int left, int right) {
    return left >= 0
        && right < tokens.size()
        && tokens.get(left).touches(tokens.get(right))
        && (tokens.get(left).is("-") || tokens.get(right).is("-"));
  }

  private boolean apart(int token) {
    boolean capitals = tokens.get(token).raw().matches("[A-Z]{2,4}");
    boolean held = dashed(token, token + 1) || dashed(token - 1, token);
    return capitals && !sticks(token) && !held;
  }

  /// Without the words "a" and "I" at the ends, which are letters too.
  private List<Sign> trimmed(List<Sign> run) {
    int from = 0;
    int to = run.size();
    while (from < to && article(run.get(from))) {
      from++;
    }
    while (to > from && article(run.get(to - 1))) {
      to--;
    }
    return run.subList(from, to);
  }

  private boolean article(Sign sign) {
    Token token = tokens.get(sign.token());
    boolean alone = token.raw().equals("a") || token.raw().equalsIgnoreCase("i");
    return alone && !sticks(sign.token());
  }

  private void add(PersonalKind kind, List<Sign> signs) {
    int begins = signs.getFirst().token();
    Token first = tokens.get(kind == PersonalKind.IBAN ? begins : Cues.prefixed(tokens, begins));
    Token last = tokens.get(signs.getLast().token());
    found.add(new Finding(kind, first.from(), last.to()));
  }
}
