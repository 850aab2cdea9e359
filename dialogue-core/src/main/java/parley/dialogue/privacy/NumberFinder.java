package parley.dialogue.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds telephone, card and other long numbers, written or read out. Amounts, years, times and
/// quantities stay: they identify nobody, and people need them. Pure.
final class NumberFinder {

  private static final int REACH = 6;
  private static final int NEAR = 6;
  private static final int SHORTEST = 4;
  private static final int SHORTEST_SECRET = 3;
  private static final int SHORTEST_SPOKEN_WORDS = 4;
  private static final int LONGEST_AMOUNT = 9;
  private static final int SHORTEST_PHONE = 7;
  private static final int SHORTEST_CUED_PHONE = 6;
  private static final int LONGEST_PHONE = 15;
  private static final int LONGEST_DATE = 8;
  private static final int SHORTEST_CARD = 13;
  private static final int LONGEST_CARD = 19;

  private final List<Token> tokens;

  private NumberFinder(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// @param taken characters that are something else
  static List<Finding> find(List<Token> tokens, BitSet taken) {
    NumberFinder finder = new NumberFinder(tokens);
    List<Finding> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<NumberRun> run =
          taken.get(tokens.get(at).from()) ? Optional.empty() : NumberRun.at(tokens, at);
      if (run.isPresent()) {
        finder.kind(run.get()).ifPresent(kind -> found.add(finder.place(kind, run.get())));
        at = run.get().last();
      }
      at++;
    }
    return found;
  }

  private Finding place(PersonalKind kind, NumberRun run) {
    return new Finding(
        kind,
        tokens.get(Cues.prefixed(tokens, run.first())).from(),
        tokens.get(suffixed(run.last())).to());
  }

  private int suffixed(int last) {
    boolean letters =
        last + 1 < tokens.size()
            && tokens.get(last).digits()
            && tokens.get(last).touches(tokens.get(last + 1))
            && tokens.get(last + 1).word();
    return letters ? last + 1 : last;
  }

  private Optional<PersonalKind> kind(NumberRun run) {
    String digits = run.digits();
    boolean secret = Cues.before(tokens, run.first(), NEAR, NumberCues.SECRET_CUES);
    if (holdsCard(run)) {
      return Optional.of(PersonalKind.CARD);
    }
    if (digits.length() >= SHORTEST_SECRET
        && digits.length() <= LONGEST_DATE
        && Cues.before(tokens, run.first(), NEAR, DateFinder.CUES)) {
      return Optional.of(PersonalKind.BIRTH_DATE);
    }
    if (harmless(run, secret)) {
      return Optional.empty();
    }
    if (phone(run)) {
      return Optional.of(PersonalKind.PHONE);
    }
    int shortest = secret ? SHORTEST_SECRET : SHORTEST;
    return digits.length() >= shortest ? Optional.of(PersonalKind.NUMBER) : Optional.empty();
  }

  /// A card's date and check number may follow its number without a pause.
  private boolean holdsCard(NumberRun run) {
    String digits = run.digits();
    if (CheckDigits.card(digits)) {
      return true;
    }
    int longest = cued(run, NumberCues.CARD_CUES) ? Math.min(LONGEST_CARD, digits.length()) : 0;
    for (int length = SHORTEST_CARD; length <= longest; length++) {
      if (CheckDigits.card(digits.substring(0, length))) {
        return true;
      }
    }
    return false;
  }

  private boolean cued(NumberRun run, Set<String> cues) {
    return Cues.before(tokens, run.first(), REACH, cues);
  }

  private boolean phone(NumberRun run) {
    int length = run.digits().length();
    if (length > LONGEST_PHONE) {
      return false;
    }
    boolean shaped = run.plus() || run.digits().startsWith("0") || grouped(run);
    return (length >= SHORTEST_PHONE && shaped)
        || (length >= SHORTEST_CUED_PHONE && cued(run, NumberCues.CALL_CUES));
  }

  /// As North Americans write it: (312) 555-0143, 555-0143.
  private boolean grouped(NumberRun run) {
    StringBuilder shape = new StringBuilder();
    for (Token token : tokens.subList(run.first(), run.last() + 1)) {
      shape.append(token.digits() ? String.valueOf(token.raw().length()) : token.raw());
    }
    return shape.toString().matches("(1-?)?(\\(?3\\)?[-.]?)?3[-.]4");
  }

  private boolean harmless(NumberRun run, boolean secret) {
    return amount(run)
        || price(run)
        || (!secret && (yearOrTime(run) || quantity(run) || shortWords(run)))
        || Cues.before(tokens, run.first(), 2, NumberCues.PARTS_OF_NAMES);
  }

  private boolean amount(NumberRun run) {
    boolean marked =
        Cues.at(tokens, run.first() - 1, NumberCues.MONEY)
            || Cues.at(tokens, run.last() + 1, NumberCues.MONEY);
    return marked && run.digits().length() <= LONGEST_AMOUNT;
  }

  /// "19.99", without a currency.
  private boolean price(NumberRun run) {
    if (run.pieces() != 3 || run.words() > 0) {
      return false;
    }
    Token point = tokens.get(run.first() + 1);
    Token cents = tokens.get(run.last());
    return (point.is(".") || point.is(","))
        && cents.raw().length() == 2
        && point.touches(cents)
        && tokens.get(run.first()).raw().length() <= SHORTEST;
  }

  private boolean quantity(NumberRun run) {
    return (run.digits().length() <= SHORTEST_CUED_PHONE
            && Cues.at(tokens, run.last() + 1, NumberCues.UNITS))
        || (run.power() && run.words() > 0 && !cued(run, NumberCues.CALL_CUES) && counted(run));
  }

  /// "two thousand and twenty six", "three hundred forty five": counted, not read out.
  private boolean counted(NumberRun run) {
    List<Token> all = tokens.subList(run.first(), run.last() + 1);
    long ones = all.stream().filter(token -> token.word() && NumberWords.one(token)).count();
    long powers = all.stream().filter(NumberWords::power).count();
    return ones <= powers + 1 && run.pieces() <= 7;
  }

  private boolean yearOrTime(NumberRun run) {
    boolean year = run.digits().matches("(19|20)\\d{2}");
    boolean written = run.pieces() == 1 || (run.words() > 0 && run.words() <= 3);
    boolean range = run.digits().matches("(?:(19|20)\\d{2}){2}") && run.pieces() == 3;
    boolean clock = run.words() == run.pieces() && run.words() <= 3 && run.digits().length() <= 4;
    return (year && written) || range || clock;
  }

  private static boolean shortWords(NumberRun run) {
    boolean spoken = run.words() == run.pieces();
    return (spoken && run.digits().length() < SHORTEST)
        || (spoken && run.words() < SHORTEST_SPOKEN_WORDS && run.digits().length() <= SHORTEST);
  }
}
