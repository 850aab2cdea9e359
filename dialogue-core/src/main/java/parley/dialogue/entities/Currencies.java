package parley.dialogue.entities;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Currencies from their words, signs and codes. Pure; any thread.
final class Currencies {
  private static final Map<String, String> SIGNS =
      Map.of("$", "USD", "€", "EUR", "£", "GBP", "¥", "JPY");
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("pound", "GBP"),
          Map.entry("pounds", "GBP"),
          Map.entry("quid", "GBP"),
          Map.entry("buck", "USD"),
          Map.entry("bucks", "USD"),
          Map.entry("franc", "CHF"),
          Map.entry("francs", "CHF"),
          Map.entry("yen", "JPY"),
          Map.entry("rupee", "INR"),
          Map.entry("rupees", "INR"),
          Map.entry("zloty", "PLN"),
          Map.entry("zlotys", "PLN"));
  private static final Set<String> CODES =
      Set.of(
          "usd", "eur", "gbp", "chf", "jpy", "inr", "pln", "cad", "aud", "nzd", "sek", "nok", "dkk",
          "czk");
  private static final Set<String> DOLLARS = Set.of("dollar", "dollars");
  private static final Set<String> DOLLAR_CURRENCIES = Set.of("CAD", "AUD", "NZD", "SGD", "HKD");
  private static final Set<String> NATIONS =
      Set.of("swiss", "british", "american", "canadian", "australian", "us");
  private static final Set<String> CENTS = Set.of("cent", "cents");
  private static final Set<String> PENCE = Set.of("pence", "penny", "pennies");

  /// A currency and the token after it.
  record Named(Currency currency, int next) {}

  private Currencies() {}

  /// What can stand before a number: a sign or a code.
  static Optional<Named> before(Tokens tokens, int at, CallerContext context) {
    String word = tokens.word(at);
    if (word.equals("us") && tokens.gluedSign(at + 1, "$")) {
      return named("USD", at + 2);
    }
    if (word.equals("$")) {
      return Optional.of(new Named(dollar(context), at + 1));
    }
    if (SIGNS.containsKey(word)) {
      return named(SIGNS.getOrDefault(word, ""), at + 1);
    }
    return CODES.contains(word) ? named(word.toUpperCase(Locale.ROOT), at + 1) : Optional.empty();
  }

  /// What can stand after a number: a word besides those.
  static Optional<Named> after(Tokens tokens, int at, CallerContext context) {
    if (NATIONS.contains(tokens.word(at))) {
      String nation = tokens.word(at);
      return after(tokens, at + 1, context)
          .map(named -> new Named(national(nation, named), named.next()));
    }
    if (DOLLARS.contains(tokens.word(at))) {
      return Optional.of(new Named(dollar(context), at + 1));
    }
    String code = WORDS.get(tokens.word(at));
    return code == null ? before(tokens, at, context) : named(code, at + 1);
  }

  private static Currency national(String nation, Named named) {
    return Currency.getInstance(
        switch (nation) {
          case "canadian" -> "CAD";
          case "australian" -> "AUD";
          case "american", "us" -> "USD";
          default -> named.currency().getCurrencyCode();
        });
  }

  /// The hundredth parts that may follow it.
  static Set<String> minors(Currency currency) {
    return currency.getCurrencyCode().equals("GBP") ? PENCE : CENTS;
  }

  /// What a hundredth part alone belongs to: pence are British, cents are of the region's currency.
  static Optional<Named> minor(Tokens tokens, int at, CallerContext context) {
    if (PENCE.contains(tokens.word(at)) || tokens.gluedSign(at, "p")) {
      return named("GBP", at + 1);
    }
    if (!CENTS.contains(tokens.word(at))) {
      return Optional.empty();
    }
    Currency own = own(context);
    return Optional.of(
        new Named(own.getCurrencyCode().equals("GBP") ? Currency.getInstance("EUR") : own, at + 1));
  }

  private static Optional<Named> named(String code, int next) {
    return Optional.of(new Named(Currency.getInstance(code), next));
  }

  /// The region's dollar, the American one where it has none.
  private static Currency dollar(CallerContext context) {
    Currency own = own(context);
    return DOLLAR_CURRENCIES.contains(own.getCurrencyCode()) ? own : Currency.getInstance("USD");
  }

  private static Currency own(CallerContext context) {
    try {
      return Optional.ofNullable(Currency.getInstance(Locale.of("", context.region())))
          .orElse(Currency.getInstance("USD"));
    } catch (IllegalArgumentException e) {
      return Currency.getInstance("USD");
    }
  }

  /// Whether what begins here is money's name, so that a number before it is an amount.
  static boolean isNamedAt(Tokens tokens, int at, CallerContext context) {
    return after(tokens, at, context).isPresent() || minor(tokens, at, context).isPresent();
  }
}
