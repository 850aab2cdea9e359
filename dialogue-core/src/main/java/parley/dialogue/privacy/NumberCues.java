package parley.dialogue.privacy;

import java.util.Set;

/// The words around numbers that tell what they are.
final class NumberCues {

  static final Set<String> CALL_CUES =
      of(
          "call phone mobile cell telephone reach ring text tel whatsapp fax dial handy "
              + "telefon rückruf cellphone landline callback sms");

  static final Set<String> SECRET_CUES =
      of("pin code password passcode cvv cvc security ending ends digits otp tan " + "geheimzahl");

  static final Set<String> CARD_CUES =
      of("card visa mastercard amex credit debit kreditkarte karte");

  static final Set<String> MONEY =
      of(
          "euro euros dollar dollars pound pounds bucks quid cent cents pence franc "
              + "francs eur usd gbp chf € $ £ ¥ kronor yen");

  static final Set<String> UNITS =
      of(
          "km kilometers kilometres miles mile points people passengers steps kg grams "
              + "kilos minutes seconds hours days items pieces times watts watt mah mb gb ml "
              + "customers percent % meters metres feet calories volts hertz pages words units "
              + "litres liters o'clock degrees months years weeks stars votes pm am");

  static final Set<String> PARTS_OF_NAMES =
      of("version page error channel platform ios android windows model firmware iso");

  private NumberCues() {}

  private static Set<String> of(String words) {
    return Set.of(words.split(" "));
  }
}
