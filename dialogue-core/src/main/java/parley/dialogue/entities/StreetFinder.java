package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.entities.EntityValue.Place;

/// Finds streets with the house's number: "twenty one baker street", "4B Mill Lane", "Hauptstraße
/// 12".
final class StreetFinder implements Finder {
  private static final Map<String, String> ENDINGS =
      Map.ofEntries(
          Map.entry("street", "Street"),
          Map.entry("st", "Street"),
          Map.entry("road", "Road"),
          Map.entry("rd", "Road"),
          Map.entry("avenue", "Avenue"),
          Map.entry("ave", "Avenue"),
          Map.entry("lane", "Lane"),
          Map.entry("ln", "Lane"),
          Map.entry("drive", "Drive"),
          Map.entry("dr", "Drive"),
          Map.entry("boulevard", "Boulevard"),
          Map.entry("blvd", "Boulevard"),
          Map.entry("square", "Square"),
          Map.entry("terrace", "Terrace"),
          Map.entry("crescent", "Crescent"),
          Map.entry("court", "Court"));
  private static final Set<String> GERMAN =
      Set.of("straße", "strasse", "weg", "allee", "platz", "gasse", "ufer");
  private static final int MOST_WORDS = 3;
  private static final int MOST_NUMERALS = 6;
  private static final int LONGEST_NUMBER = 5;
  private static final int LEAST_STEM = 3;

  /// A house's number and the token after it.
  private record House(String number, int next) {}

  @Override
  public List<Find> find(Tokens tokens, CallerContext context) {
    List<Find> finds = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      numberFirst(tokens, i).ifPresent(finds::add);
      german(tokens, i).ifPresent(finds::add);
    }
    return finds;
  }

  private static Optional<Find> numberFirst(Tokens tokens, int i) {
    Optional<House> house =
        Numerals.isNumber(tokens.word(i - 1)) ? Optional.empty() : house(tokens, i);
    if (house.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(List.of(house.get().number()));
    int at = house.get().next();
    while (words.size() <= MOST_WORDS && isName(tokens, at)) {
      words.add(NameReader.capitalized(tokens.token(at).text()));
      at++;
      String ending = ENDINGS.get(tokens.word(at));
      if (ending != null) {
        words.add(ending);
        return Optional.of(new Find(i, at + 1, new Place(true, String.join(" ", words))));
      }
    }
    return Optional.empty();
  }

  private static boolean isName(Tokens tokens, int at) {
    Token token = tokens.token(at);
    return token.isWord()
        && !WordSet.FUNCTION_WORDS.contains(token.word())
        && Units.singular(token.word()).isEmpty();
  }

  private static Optional<House> house(Tokens tokens, int i) {
    if (tokens.token(i).isDigits()) {
      return written(tokens, i);
    }
    List<String> numerals = new ArrayList<>();
    int at = i;
    while (numerals.size() < MOST_NUMERALS
        && (Numerals.isNumber(tokens.word(at)) || (at > i && tokens.is(at, "and")))) {
      if (!tokens.is(at, "and")) {
        numerals.add(tokens.word(at));
      }
      at++;
    }
    String digits = numerals.isEmpty() ? "" : IdReader.digits(numerals);
    return digits.isEmpty() || digits.length() > LONGEST_NUMBER
        ? Optional.empty()
        : Optional.of(new House(digits, at));
  }

  private static Optional<House> written(Tokens tokens, int i) {
    if (tokens.word(i).length() > LONGEST_NUMBER || tokens.token(i).glued()) {
      return Optional.empty();
    }
    Token next = tokens.token(i + 1);
    if (next.isWord() && next.glued() && !next.isLetter()) {
      return Optional.empty();
    }
    return next.isLetter() && next.glued()
        ? Optional.of(
            new House(tokens.word(i) + next.word().toUpperCase(java.util.Locale.ROOT), i + 2))
        : Optional.of(new House(tokens.word(i), i + 1));
  }

  private static Optional<Find> german(Tokens tokens, int i) {
    String word = tokens.word(i);
    boolean street =
        tokens.token(i).isWord()
            && GERMAN.stream()
                .anyMatch(e -> word.endsWith(e) && word.length() >= e.length() + LEAST_STEM);
    if (!street || !tokens.token(i + 1).isDigits()) {
      return Optional.empty();
    }
    return written(tokens, i + 1)
        .map(house ->
            new Find(
                i,
                house.next(),
                new Place(
                    true, NameReader.capitalized(tokens.token(i).text()) + " " + house.number())));
  }
}
