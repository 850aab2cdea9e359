package parley.dialogue.quality;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goes over a text's words and numbers and tells dates, times, amounts, shares and plain numbers
/// apart. Pure.
final class Dates {

  static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final Set<String> BEFORE_MONTH =
      Set.of(
          "in", "of", "until", "till", "since", "by", "next", "last", "this", "from", "to",
          "during", "mid", "early", "late", "and", "through");
  private static final Set<String> UNITS_OF_ONE =
      Set.of("working", "business", "day", "hour", "week", "month", "year", "minute", "night");

  private final List<Piece> pieces;
  private final Set<Fact> facts;

  private Dates(List<Piece> pieces, Set<Fact> facts) {
    this.pieces = pieces;
    this.facts = facts;
  }

  static void take(List<Piece> pieces, Set<Fact> facts) {
    Dates dates = new Dates(pieces, facts);
    int at = 0;
    while (at < pieces.size()) {
      int next = dates.weekday(at);
      next = next > at ? next : dates.dateInNumbers(at);
      next = next > at ? next : dates.dateInWords(at);
      next = next > at ? next : Times.take(pieces, at, facts);
      next = next > at ? next : Amounts.take(pieces, at, facts);
      next = next > at ? next : dates.number(at);
      at = Math.max(next, at + 1);
    }
  }

  private Optional<Piece> piece(int at) {
    return at >= 0 && at < pieces.size() ? Optional.of(pieces.get(at)) : Optional.empty();
  }

  private int upTo(int at, int most) {
    return piece(at).map(piece -> piece.upTo(most)).orElse(-1);
  }

  private boolean is(int at, String... words) {
    return piece(at).filter(piece -> List.of(words).contains(piece.text())).isPresent();
  }

  private int weekday(int at) {
    String word = pieces.get(at).text();
    int day = DAYS.indexOf(word.endsWith("ys") ? word.substring(0, word.length() - 1) : word);
    if (day < 0) {
      return at;
    }
    facts.add(new Fact(Fact.Kind.DATE, DAYS.get(day)));
    return at + 1;
  }

  /// 2026-03-12; 12/03/2026 and 12.3.2026, of which the first may be the day or the month.
  private int dateInNumbers(int at) {
    int year = upTo(at, 2200);
    if (year >= 1900 && is(at + 1, "-", "/") && is(at + 3, "-", "/")) {
      int month = upTo(at + 2, 12);
      int day = upTo(at + 4, 31);
      if (month > 0 && day > 0) {
        date(day, month);
        facts.add(new Fact(Fact.Kind.NUMBER, String.valueOf(year)));
        return at + 5;
      }
    }
    int first = upTo(at, 31);
    int second = upTo(at + 2, 31);
    int last = upTo(at + 4, 2200);
    if (first < 1 || second < 1 || last < 1900 || !is(at + 1, "/") || !is(at + 3, "/")) {
      return at;
    }
    String either = text(second, first) + "|" + text(first, second);
    facts.add(new Fact(Fact.Kind.DATE, either));
    facts.add(new Fact(Fact.Kind.NUMBER, String.valueOf(last)));
    return at + 5;
  }

  private static String text(int month, int day) {
    return "%02d-%02d".formatted(month, day);
  }

  private void date(int day, int month) {
    facts.add(new Fact(Fact.Kind.DATE, text(month, day)));
  }

  /// "the twelfth of March", "March 12th", "in March".
  private int dateInWords(int at) {
    int day = upTo(at, 31);
    int of = at + (is(at + 1, "of", ".") ? 2 : 1);
    if (day > 0 && month(of) > 0) {
      date(day, month(of));
      return of + 1;
    }
    int month = month(at);
    int after = at + (is(at + 1, "the") ? 2 : 1);
    day = upTo(after, 31);
    if (month > 0 && day > 0) {
      date(day, month);
      return after + 1;
    }
    boolean word = is(at, "may", "march");
    if (month > 0
        && (!word || piece(at - 1).filter(p -> BEFORE_MONTH.contains(p.text())).isPresent())) {
      facts.add(new Fact(Fact.Kind.DATE, "%02d".formatted(month)));
      return at + 1;
    }
    return at;
  }

  private int month(int at) {
    return piece(at)
        .map(piece -> {
          for (int i = 0; i < MONTHS.size(); i++) {
            boolean brief = piece.text().length() >= 3 && !piece.is("mar") && !piece.is("dec");
            if (MONTHS.get(i).equals(piece.text())
                || (brief && i != 4 && MONTHS.get(i).substring(0, 3).equals(piece.text()))) {
              return i + 1;
            }
          }
          return 0;
        })
        .orElse(0);
  }

  private boolean counted(int at) {
    return piece(at + 1)
        .map(piece -> piece.text().replaceFirst("s$", ""))
        .filter(UNITS_OF_ONE::contains)
        .isPresent();
  }

  private int number(int at) {
    Piece piece = pieces.get(at);
    boolean pronoun =
        piece.is("one") && !piece(at + 1).filter(p -> UNITS_OF_ONE.contains(p.text())).isPresent();
    boolean order = piece.inWords() && piece.ordinal() && piece.upTo(2) > 0;
    if (piece.isNumber() && !pronoun && !order) {
      facts.add(new Fact(counted(at) ? Fact.Kind.COUNT : Fact.Kind.NUMBER, piece.plain()));
    }
    return at + 1;
  }
}
