package parley.dialogue.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds postal addresses: a house number with its street, in the usual forms of English, German,
/// French, Spanish, Italian and Dutch, with the flat and the postcode when they stand beside it. A
/// street or a town alone is nobody's address. Pure.
final class AddressFinder {

  private static final String NUMBER_WORD =
      "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
          + "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
          + "|ninety|hundred|oh)";
  private static final String HOUSE =
      "(?:\\d{1,5}(?:[-/]\\d{1,4})?(?: ?[a-d]\\b)?|"
          + NUMBER_WORD
          + "(?:[ -](?:and )?"
          + NUMBER_WORD
          + "){0,4}(?: [a-d]\\b)?)";
  private static final String NOT_STREET =
      "(?:in|on|at|of|to|for|the|a|an|and|or|is|are|was|days?|weeks?|hours?|minutes?|people|my|your"
          + "|from|per|by|it|i|you|we|times?|euros?|dollars?|pounds?|percent|items?|stops?|"
          + NUMBER_WORD
          + ")\\b";
  private static final String NAME =
      "(?:(?!"
          + NOT_STREET
          + ")(?:(?:st|mt|dr|n|s|e|w)\\. )?[\\p{L}'’-]{1,30}|\\d{1,3}(?:st|nd|rd|th)) ";
  private static final String SURE =
      "(?:street|str?\\.?|road|rd\\.?|avenue|ave\\.?|lane|ln\\.?|boulevard|blvd\\.?|crescent"
          + "|terrace|gardens|parkway|highway|mews|alley|drive|dr\\.?)";
  private static final String UNSURE =
      "(?:way|court|ct\\.?|place|pl\\.?|square|sq\\.?|close|row|hill|grove|park|walk|circle|view"
          + "|green|rise|trail|quay)";

  private static final String FLAT =
      "(?:,? ?(?:apt\\.?|apartment|flat|unit|suite|ste\\.?|floor|room|#) ?[\\p{L}\\p{N}]+)?";
  private static final String UK = "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}";
  private static final String US = "[A-Z]{2},? \\d{5}(?:-\\d{4})?";
  private static final String TOWN = "(?:,? (?:in )?[\\p{L}'’.-]{1,30}){0,3}";
  private static final String AFTER_TOWN =
      "(?:" + TOWN + ",? (?:" + UK + "|" + US + "|\\d{5}(?! ?[\\d-])|\\d{4} ?[A-Z]{2})\\b)?";
  private static final String BEFORE_TOWN =
      "(?:,? (?:in )?(?:[A-Z]{1,2}-)?\\d{4,5}(?: [A-Z]{2})?,? \\p{Lu}[\\p{L}-]+)?";
  private static final String LEAD =
      "(?:(?:flat|apartment|apt\\.?|unit|suite) ?(?:\\d+[a-z]?|[a-z]|" + NUMBER_WORD + "),? )?";

  private static final List<Pattern> FORMS =
      List.of(
          any(
              LEAD
                  + "\\b"
                  + HOUSE
                  + ",? (?:"
                  + NAME
                  + "){1,4}"
                  + SURE
                  + "(?![\\p{L}])"
                  + FLAT
                  + "(?-i:"
                  + AFTER_TOWN
                  + ")"),
          // Only after words that announce an address, or written with capitals: "two people
          // close".
          any(
              "(?<=\\b(?:at|is|to|address|live|into|from) )"
                  + LEAD
                  + HOUSE
                  + ",? (?:"
                  + NAME
                  + "){1,3}"
                  + UNSURE
                  + "(?![\\p{L}])"
                  + FLAT
                  + "(?-i:"
                  + AFTER_TOWN
                  + ")"),
          exact(
              "\\b\\d{1,5}[a-d]?,? (?:\\p{Lu}[\\p{L}'’-]{1,30} ){1,3}"
                  + "(?:Way|Court|Ct\\.?|Place|Pl\\.?|Square|Sq\\.?|Close|Row|Hill|Grove|Park|Walk|Circle"
                  + "|View|Green|Rise|Trail|Quay)\\b"
                  + FLAT
                  + AFTER_TOWN),
          any(
              "\\b[\\p{L}-]{0,40}(?:straße|strasse|str\\.|weg|platz|allee|gasse|ufer|damm|laan|straat"
                  + "|gracht|plein) ?(?:nummer )?(?:\\d{1,4}(?:[/-]\\d{1,4})?(?: ?[a-z]\\b)?|"
                  + NUMBER_WORD
                  + "\\b(?: "
                  + NUMBER_WORD
                  + "\\b)?)(?-i:"
                  + BEFORE_TOWN
                  + ")"),
          any(
              "\\b(?:\\d{1,4}(?: ?(?:bis|ter))?,? )(?:rue|avenue|boulevard|place|impasse|allée|quai"
                  + "|chemin)(?: (?:de|du|des|la|le|les|d['’]|l['’])){0,2} ?[\\p{L}'’-]{1,30}(?-i:(?: \\p{Lu}[\\p{L}'’-]{1,30}){0,2})"
                  + "(?-i:"
                  + BEFORE_TOWN
                  + ")"),
          any(
              "\\b(?:calle|avenida|paseo|plaza|via|viale|piazza|corso|rua|rue)"
                  + "(?: (?:de|del|della|di|da|do|la|las|los|el|dei)){0,2} \\p{L}+(?: \\p{Lu}\\p{L}+)?"
                  + ",? (?:n[º°.]? ?)?\\d{1,4}\\b(?-i:"
                  + BEFORE_TOWN
                  + ")"),
          exact(
              "\\b(?:Am|An der|Im|Zum|Zur|Auf der|Unter den) \\p{Lu}\\p{L}{1,30} \\d{1,4}[a-z]?\\b"
                  + BEFORE_TOWN),
          any("\\b(?:p\\.? ?o\\.? box|postfach|apartado|boîte postale) \\d+"),
          any("\\bp o box " + NUMBER_WORD + "(?: " + NUMBER_WORD + "){0,8}"),
          exact("\\b" + UK + "\\b"),
          any(
              "(?<=(?:postcode|post code|zip|zip code|postal code|plz|postleitzahl)"
                  + "(?: is| are|:)? )(?:[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}|\\d{4,5}(?:-\\d{4})?"
                  + "|(?:(?:"
                  + NUMBER_WORD
                  + "|[a-z])\\b ?){4,8})"));

  private AddressFinder() {}

  private static Pattern any(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Pattern exact(String regex) {
    return Pattern.compile(regex);
  }

  static List<Finding> find(String text) {
    List<Finding> found = new ArrayList<>();
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(text);
      while (matcher.find()) {
        int end = matcher.end() - (matcher.group().endsWith(" ") ? 1 : 0);
        Finding place = new Finding(PersonalKind.ADDRESS, matcher.start(), end);
        if (found.stream().noneMatch(place::overlaps)) {
          found.add(place);
        }
      }
    }
    return found;
  }
}
