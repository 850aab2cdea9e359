package parley.dialogue.entities;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import parley.dialogue.entities.NumberReader.Amount;

/// Finds amounts of money: "forty nine euros ninety", "$1,249.50", "fifty pence".
final class MoneyFinder implements Finder {
  private static final int LEAST_BARE = 10;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  @Override
  public List<Find> find(Tokens tokens, CallerContext context) {
    List<Find> finds = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      at(tokens, i, context).ifPresent(finds::add);
    }
    return finds;
  }

  private static Optional<Find> at(Tokens tokens, int i, CallerContext context) {
    Optional<Currencies.Named> sign = Currencies.before(tokens, i, context);
    if (sign.isPresent()) {
      return NumberReader.read(tokens, sign.get().next(), context)
          .map(n -> new Find(i, n.next(), money(n.value(), sign.get().currency())));
    }
    return NumberReader.read(tokens, i, context).flatMap(n -> after(tokens, i, n, context));
  }

  private static Optional<Find> after(
      Tokens tokens, int from, Amount number, CallerContext context) {
    Optional<Currencies.Named> currency = Currencies.after(tokens, number.next(), context);
    if (currency.isEmpty()) {
      return Currencies.minor(tokens, number.next(), context)
          .map(minor ->
              new Find(from, minor.next(), money(number.value().divide(WHOLE), minor.currency())));
    }
    if (tokens.is(currency.get().next(), "of") && tokens.word(number.next()).startsWith("pound")) {
      return Optional.empty();
    }
    Currency paid = currency.get().currency();
    Amount small =
        minor(tokens, currency.get().next(), number, paid, context)
            .orElse(new Amount(BigDecimal.ZERO, currency.get().next(), false));
    BigDecimal amount = number.value().add(small.value().divide(WHOLE));
    return Optional.of(new Find(from, small.next(), money(amount, paid)));
  }

  /// "... and fifty cents", "... ninety".
  private static Optional<Amount> minor(
      Tokens tokens, int at, Amount whole, Currency currency, CallerContext context) {
    if (!whole.whole()) {
      return Optional.empty();
    }
    int from = tokens.is(at, "and") ? at + 1 : at;
    Optional<Amount> read =
        NumberReader.read(tokens, from, context)
            .filter(n -> n.whole() && n.value().compareTo(WHOLE) < 0);
    if (read.isEmpty()) {
      return read;
    }
    Amount cents = read.get();
    if (tokens.is(cents.next(), Currencies.minors(currency))) {
      return Optional.of(new Amount(cents.value(), cents.next() + 1, false));
    }
    boolean bare =
        (from == at || Endings.endsWell(tokens, cents.next()))
            && cents.value().intValue() >= LEAST_BARE
            && cents.written() == whole.written()
            && !countsSomething(tokens, cents.next(), context);
    return bare ? read : Optional.empty();
  }

  private static boolean countsSomething(Tokens tokens, int at, CallerContext context) {
    return Units.singular(tokens.word(at)).isPresent()
        || Currencies.isNamedAt(tokens, at, context)
        || Numerals.isNumber(tokens.word(at))
        || tokens.token(at).isDigits();
  }

  private static EntityValue money(BigDecimal amount, Currency currency) {
    return new EntityValue.Money(amount, currency);
  }
}
