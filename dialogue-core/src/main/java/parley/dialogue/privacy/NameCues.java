package parley.dialogue.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words in and around names.
final class NameCues {

  /// Whatever follows is a name, capitals or not.
  static final List<List<String>> SURE =
      phrases(
          "my name is; my name's; last name's; first name's; my full name is; the name is; name's; first name is; last name is;"
              + " surname is; first name; last name; surname; surname's; family name is; maiden name is; given name is; names are;"
              + " under the name of; under the name; in the name of; on behalf of;"
              + " account holder is; cardholder is; je m'appelle; mein name ist; ich heiße;"
              + " ich heisse; me llamo; mi nombre es; mi chiamo; mijn naam is; ik heet;"
              + " name on the card is; name on the account is; name on the booking is;"
              + " booked for; name :; customer :; passenger :; cardholder :; contact :; addressee :");

  /// A name follows if it looks like one.
  static final List<List<String>> LIKELY =
      phrases(
          "this is; i am; i'm; it's; it is; speak to; speak with; talk to; talk with; spoke to;"
              + " spoke with; talked to; asked for; ask for; named; called; dear; hi; hello; hey;"
              + " husband; wife; son; daughter; mother; father; brother; sister; partner;"
              + " colleague; neighbor; neighbour; friend; boss; je suis; ich bin; hier ist; hier;"
              + " regards; sincerely; cheers; grüße; cordialement; saludos; name; driver; agent; passenger; customer; signed");

  static final Set<String> TITLES =
      of(
          "doktor mr mrs ms miss dr doctor prof professor mister herr frau madame "
              + "monsieur señor señora signor signora mme");

  static final Set<String> PARTICLES =
      of("van von de der den da di del la le bin al el o mc zu ten dos st");

  static final Set<String> SPELL_CUES = of("name spell spelled spelt spelling surname");

  static final Set<String> ENDS = of("and from calling here speaking , . again i");

  private NameCues() {}

  private static List<List<String>> phrases(String list) {
    List<List<String>> phrases = new ArrayList<>();
    for (String phrase : list.split(";")) {
      phrases.add(List.of(phrase.strip().split(" ")));
    }
    return List.copyOf(phrases);
  }

  private static Set<String> of(String words) {
    return Set.of(words.split(" "));
  }
}
