package parley.dialogue.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds dates, written and spoken. A date is one of birth when words near it say so, or when its
/// year is so long ago that nothing else at a service desk is dated so. Pure.
final class DateFinder {

  private static final String MONTH =
      "(?:january|february|march|april|may|june|july|august|september|october|november|december"
          + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
          + "|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember"
          + "|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
          + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
          + "|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)";
  private static final String ORDINAL =
      "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
          + "|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
          + "|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
          + "|thirtieth|thirty[- ]first)";
  private static final String CARDINAL =
      "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
          + "|sixteen|seventeen|eighteen|nineteen"
          + "|twenty(?: (?:one|two|three|four|five|six|seven|eight|nine))?|thirty(?: one)?)";
  private static final String DAY =
      "(?:\\d{1,2}(?:st|nd|rd|th|\\.|º)?|" + ORDINAL + "|" + CARDINAL + ")";
  private static final String SMALL =
      "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
          + "(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
          + "|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
          + "|oh (?:one|two|three|four|five|six|seven|eight|nine))";
  private static final String YEAR =
      "(?<year>(?:19|20)\\d{2}|(?<spoken>nineteen)(?: hundred(?: and)?)?[- ]"
          + SMALL
          + "|two thousand(?:(?: and)? (?:"
          + SMALL
          + "|one|two|three|four|five|six|seven|eight"
          + "|nine))?|twenty[- ]"
          + SMALL
          + "|['’]?\\d{2}(?!\\d)|"
          + SMALL
          + ")";

  private static final List<Pattern> DATES =
      List.of(
          all("(?<year>(?:19|20)\\d{2})[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)"),
          all(
              "(?<!\\d)(?:0?[1-9]|[12]\\d|3[01]) ?[-/.] ?(?:0?[1-9]|[12]\\d|3[01]) ?[-/.] ?(?<year>(?:19|20)\\d{2}|\\d{2})(?!\\d)"),
          all(
              "\\b"
                  + DAY
                  + "(?: of| de| di)? "
                  + MONTH
                  + "\\b\\.?(?:,? (?:of |de |in )?"
                  + YEAR
                  + "\\b)?"),
          all("\\b" + MONTH + "\\b\\.? (?:the )?" + DAY + "\\b(?:,? (?:of |in )?" + YEAR + "\\b)?"),
          all(
              "\\b"
                  + DAY
                  + " (?:of the )?"
                  + DAY
                  + "(?: of)? (?<year>(?<spoken>nineteen) "
                  + SMALL
                  + "|19\\d{2})\\b"));

  static final Set<String> CUES =
      Set.of(
          "born",
          "birth",
          "birthday",
          "dob",
          "birthdate",
          "geboren",
          "geburtsdatum",
          "née",
          "né",
          "naissance",
          "nacimiento",
          "nacido",
          "nacida",
          "nato",
          "nata",
          "nascita",
          "geburtstag",
          "birthdays");
  private static final int REACH = 8;

  /// Whoever is served was born before; nothing else in a conversation is so old.
  private static final int LATEST_BIRTH = 2010;

  /// @param kept dates that are not personal: they are not numbers either
  record Dates(List<Finding> births, List<Finding> kept) {}

  private DateFinder() {}

  private static Pattern all(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static Dates find(String text, List<Token> tokens) {
    List<Finding> births = new ArrayList<>();
    List<Finding> kept = new ArrayList<>();
    for (Pattern pattern : DATES) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        Finding place = new Finding(PersonalKind.BIRTH_DATE, matcher.start(), matcher.end());
        if (births.stream().noneMatch(place::overlaps)) {
          (birth(matcher, tokens) ? births : kept).add(place);
        }
      }
    }
    births.addAll(yearsOfBirth(tokens, births));
    return new Dates(births, kept);
  }

  private static boolean birth(MatchResult date, List<Token> tokens) {
    return old(date)
        || Cues.before(tokens, tokenAt(tokens, date.start()), REACH, CUES)
        || cueAfter(tokens, date.end());
  }

  private static boolean old(MatchResult date) {
    String year = date.group("year");
    if (year == null) {
      return false;
    }
    String digits = year.replaceAll("\\D", "");
    if (digits.length() == 4) {
      return Integer.parseInt(digits) <= LATEST_BIRTH;
    }
    return year.toLowerCase(java.util.Locale.ROOT).startsWith("nineteen ");
  }

  private static boolean cueAfter(List<Token> tokens, int end) {
    int at = tokenAt(tokens, end);
    return Cues.at(tokens, at, List.of("is", "my", "birthday"))
        || Cues.at(tokens, at, List.of("that's", "my", "birth"))
        || Cues.at(tokens, at, List.of("that", "is", "my", "birth"))
        || Cues.at(tokens, at, List.of("is", "my", "birth"))
        || Cues.at(tokens, at, List.of("is", "my", "date", "of", "birth"))
        || Cues.at(tokens, at, List.of("is", "when", "i", "was", "born"));
  }

  /// "born in 1985": a year alone.
  private static List<Finding> yearsOfBirth(List<Token> tokens, List<Finding> births) {
    List<Finding> years = new ArrayList<>();
    for (int i = 2; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean written = token.digits() && token.raw().matches("(19|20)\\d{2}");
      Finding place = new Finding(PersonalKind.BIRTH_DATE, token.from(), token.to());
      if (written
          && Cues.at(tokens, i - 2, List.of("born", "in"))
          && births.stream().noneMatch(place::overlaps)) {
        years.add(place);
      }
    }
    return years;
  }

  private static int tokenAt(List<Token> tokens, int place) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).from() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
