package parley.db.customer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.call.PhoneNumber;

/// How a network may have written the same number: with `+`, with `00`, or bare. Pure.
public final class NumberForms {

  /// Shorter ones are extensions of the house, which many people use.
  private static final int FEWEST_DIGITS = 7;

  private NumberForms() {}

  /// Empty for what is no customer's number.
  public static Set<String> of(PhoneNumber number) {
    return plain(number)
        .map(plain -> Set.copyOf(List.of(plain, "+" + plain, "00" + plain, number.value())))
        .orElse(Set.of());
  }

  /// Digits with the country's code, as links have them; empty for what is no customer's number.
  static Optional<String> plain(PhoneNumber number) {
    String digits = number.value().replaceAll("[^0-9]", "");
    String plain = digits.startsWith("00") ? digits.substring(2) : digits;
    return Optional.of(plain).filter(found -> found.length() >= FEWEST_DIGITS);
  }
}
