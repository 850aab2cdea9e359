package parley.dialogue.privacy;

import java.math.BigInteger;
import java.util.Map;

/// Whether numbers that carry check digits are right. Pure.
final class CheckDigits {

  private static final int SHORTEST_CARD = 13;
  private static final int LONGEST_CARD = 19;
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  /// How long the IBANs of a country are (SWIFT's IBAN registry).
  private static final Map<String, Integer> IBAN_LENGTHS =
      Map.ofEntries(
          Map.entry("AD", 24),
          Map.entry("AE", 23),
          Map.entry("AL", 28),
          Map.entry("AT", 20),
          Map.entry("BA", 20),
          Map.entry("BE", 16),
          Map.entry("BG", 22),
          Map.entry("CH", 21),
          Map.entry("CY", 28),
          Map.entry("CZ", 24),
          Map.entry("DE", 22),
          Map.entry("DK", 18),
          Map.entry("EE", 20),
          Map.entry("ES", 24),
          Map.entry("FI", 18),
          Map.entry("FR", 27),
          Map.entry("GB", 22),
          Map.entry("GE", 22),
          Map.entry("GR", 27),
          Map.entry("HR", 21),
          Map.entry("HU", 28),
          Map.entry("IE", 22),
          Map.entry("IL", 23),
          Map.entry("IS", 26),
          Map.entry("IT", 27),
          Map.entry("LI", 21),
          Map.entry("LT", 20),
          Map.entry("LU", 20),
          Map.entry("LV", 21),
          Map.entry("MC", 27),
          Map.entry("MD", 24),
          Map.entry("ME", 22),
          Map.entry("MK", 19),
          Map.entry("MT", 31),
          Map.entry("NL", 18),
          Map.entry("NO", 15),
          Map.entry("PL", 28),
          Map.entry("PT", 25),
          Map.entry("QA", 29),
          Map.entry("RO", 24),
          Map.entry("RS", 22),
          Map.entry("SA", 24),
          Map.entry("SE", 24),
          Map.entry("SI", 19),
          Map.entry("SK", 24),
          Map.entry("SM", 27),
          Map.entry("TR", 26),
          Map.entry("UA", 29));

  private CheckDigits() {}

  /// Whether the digits can be a payment card: 13 to 19 of them with a right check digit (Luhn,
  /// ISO/IEC 7812-1).
  static boolean card(String digits) {
    if (digits.length() < SHORTEST_CARD || digits.length() > LONGEST_CARD) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = digit * 2;
      sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /// How long an IBAN that begins so must be; 0 when none begins so.
  static int ibanLength(String country) {
    return IBAN_LENGTHS.getOrDefault(country, 0);
  }

  /// ISO 13616: the first four characters moved to the end, letters as numbers, modulo 97 is 1.
  static boolean iban(String upper) {
    if (upper.length() != ibanLength(upper.substring(0, Math.min(2, upper.length())))) {
      return false;
    }
    StringBuilder number = new StringBuilder();
    (upper.substring(4) + upper.substring(0, 4))
        .chars()
        .forEach(c -> number.append(Character.digit(c, 36)));
    return new BigInteger(number.toString()).mod(MODULUS).intValue() == 1;
  }
}
