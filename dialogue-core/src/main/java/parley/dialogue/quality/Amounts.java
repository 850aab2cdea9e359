package parley.dialogue.quality;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads amounts of money and shares: "$12.50", "12,50 EUR", "twelve euros fifty", "5 %". An
/// amount's value is the number, a blank and the currency. Pure.
final class Amounts {

  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("€", "eur"),
          Map.entry("eur", "eur"),
          Map.entry("euro", "eur"),
          Map.entry("euros", "eur"),
          Map.entry("$", "usd"),
          Map.entry("usd", "usd"),
          Map.entry("dollar", "usd"),
          Map.entry("dollars", "usd"),
          Map.entry("£", "gbp"),
          Map.entry("gbp", "gbp"),
          Map.entry("pound", "gbp"),
          Map.entry("pounds", "gbp"),
          Map.entry("chf", "chf"),
          Map.entry("franc", "chf"),
          Map.entry("francs", "chf"));
  private static final Set<String> CENTS = Set.of("cent", "cents", "pence", "p");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Amounts() {}

  /// The place after what begins here; the same place when nothing does.
  static int take(List<Piece> pieces, int at, Set<Fact> facts) {
    String before = CURRENCIES.getOrDefault(text(pieces, at), "");
    if (!before.isEmpty() && number(pieces, at + 1)) {
      facts.add(amount(pieces.get(at + 1).number().orElseThrow(), before));
      return at + 2;
    }
    if (!number(pieces, at)) {
      return at;
    }
    BigDecimal value = pieces.get(at).number().orElseThrow();
    String after = CURRENCIES.getOrDefault(text(pieces, at + 1), "");
    if (!after.isEmpty()) {
      return withCents(pieces, at + 2, value, after, facts);
    }
    if (CENTS.contains(text(pieces, at + 1)) && !text(pieces, at + 1).equals("p")) {
      facts.add(amount(value.divide(HUNDRED), ""));
      return at + 2;
    }
    boolean percent = text(pieces, at + 1).equals("%") || text(pieces, at + 1).equals("percent");
    boolean perCent = text(pieces, at + 1).equals("per") && text(pieces, at + 2).equals("cent");
    if (percent || perCent) {
      facts.add(new Fact(Fact.Kind.PERCENT, pieces.get(at).plain()));
      return at + (percent ? 2 : 3);
    }
    return at;
  }

  /// "twelve euros fifty", "twelve euros and fifty cents".
  private static int withCents(
      List<Piece> pieces, int from, BigDecimal whole, String currency, Set<Fact> facts) {
    int at = from + (text(pieces, from).equals("and") ? 1 : 0);
    int cents = at < pieces.size() ? pieces.get(at).upTo(99) : -1;
    boolean named = cents >= 0 && CENTS.contains(text(pieces, at + 1));
    boolean bare = cents >= 10 && at == from && pieces.get(at).inWords();
    if (!named && !bare) {
      facts.add(amount(whole, currency));
      return from;
    }
    facts.add(amount(whole.add(BigDecimal.valueOf(cents).divide(HUNDRED)), currency));
    return at + (named ? 2 : 1);
  }

  private static Fact amount(BigDecimal value, String currency) {
    String plain = value.stripTrailingZeros().toPlainString();
    return new Fact(Fact.Kind.AMOUNT, currency.isEmpty() ? plain : plain + " " + currency);
  }

  private static boolean number(List<Piece> pieces, int at) {
    return at < pieces.size() && pieces.get(at).isNumber();
  }

  private static String text(List<Piece> pieces, int at) {
    return at < pieces.size() ? pieces.get(at).text() : "";
  }
}
