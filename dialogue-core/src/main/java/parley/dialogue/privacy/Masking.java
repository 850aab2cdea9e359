package parley.dialogue.privacy;

import java.util.List;

/// Hides personal data in a text before it leaves the conversation: in the summary whispered to an
/// agent, in notices by mail, in what a language model is sent, in exports. What was found is
/// [PersonalData]'s; each place is replaced by words that say what was there, so that the sentence
/// stays one: "my card is a card number", "call a number ending in 76". Pure; any thread.
public final class Masking {

  private static final int ENDING = 2;

  private Masking() {}

  public static String mask(String text) {
    return masked(text).text();
  }

  public static Masked masked(String text) {
    List<Finding> findings = PersonalData.find(text);
    StringBuilder masked = new StringBuilder();
    int at = 0;
    for (Finding finding : findings) {
      masked.append(text, at, finding.from()).append(stand(finding, text));
      at = finding.to();
    }
    return new Masked(masked.append(text.substring(at)).toString(), findings);
  }

  /// The last two digits of a written telephone or other number stay: people tell their numbers
  /// apart by them, and they lead to nobody. Of a short one they would be half of it.
  private static String stand(Finding finding, String text) {
    String stand = finding.kind().stand();
    String digits = finding.in(text).replaceAll("\\D", "");
    boolean ending =
        switch (finding.kind()) {
          case PHONE, NUMBER -> digits.length() >= 2 * ENDING;
          case NAME, CARD, IBAN, MAIL, ADDRESS, BIRTH_DATE -> false;
        };
    return ending ? stand + " ending in " + digits.substring(digits.length() - ENDING) : stand;
  }
}
