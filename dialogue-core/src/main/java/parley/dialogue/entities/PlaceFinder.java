package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.entities.EntityValue.Place;

/// Finds towns: large ones wherever they are named, others after "i live in" and such.
final class PlaceFinder implements Finder {
  private static final Set<String> CITIES = WordSet.read("cities.txt");
  private static final int MOST_WORDS = 3;
  private static final Phrases CUES =
      Phrases.of(
          "live in",
          "living in",
          "lives in",
          "based in",
          "moved to",
          "city is",
          "town is",
          "city of",
          "town of",
          "city :",
          "town :");

  @Override
  public List<Find> find(Tokens tokens, CallerContext context) {
    List<Find> finds = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      city(tokens, i).ifPresent(finds::add);
      cued(tokens, i).ifPresent(finds::add);
    }
    return finds;
  }

  private static Optional<Find> city(Tokens tokens, int i) {
    StringBuilder name = new StringBuilder();
    Optional<Find> longest = Optional.empty();
    for (int words = 0; words < MOST_WORDS && tokens.token(i + words).isWord(); words++) {
      name.append(words == 0 ? "" : "_").append(tokens.word(i + words));
      if (CITIES.contains(name.toString())) {
        longest = Optional.of(place(tokens, i, i + words + 1));
      }
    }
    return longest;
  }

  private static Optional<Find> cued(Tokens tokens, int i) {
    int from = CUES.after(tokens, i);
    int end = from;
    while (end >= 0 && end < from + MOST_WORDS && goesOn(tokens, end)) {
      end++;
    }
    return end == from ? Optional.empty() : Optional.of(place(tokens, from, end));
  }

  private static boolean goesOn(Tokens tokens, int at) {
    Token token = tokens.token(at);
    return token.isWord()
        && !WordSet.FUNCTION_WORDS.contains(token.word())
        && !Numerals.isNumber(token.word())
        && CalendarWords.month(token.word()).isEmpty();
  }

  private static Find place(Tokens tokens, int from, int end) {
    List<String> words = new ArrayList<>();
    for (int i = from; i < end; i++) {
      words.add(NameReader.capitalized(tokens.token(i).text()));
    }
    return new Find(from, end, new Place(false, String.join(" ", words)));
  }
}
