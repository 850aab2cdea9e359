package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.entities.NameReader.Name;

/// Finds names of persons by what stands around them: "my name is ...", "this is ... speaking",
/// "mister ...", the end of a letter.
final class NameFinder implements Finder {
  private static final Phrases CUES =
      Phrases.of(
          "my name is",
          "my name's",
          "the name is",
          "the name's",
          "name is",
          "full name",
          "last name",
          "first name",
          "surname",
          "surname is",
          "my surname is",
          "last name is",
          "first name is",
          "in the name of",
          "under the name of",
          "under the name",
          "name on the booking is",
          "name on the order is",
          "name on the account is",
          "name :",
          "first name :",
          "last name :",
          "surname :");
  private static final Phrases WEAK_CUES =
      Phrases.of(
          "this is",
          "it's",
          "it is",
          "i am",
          "i'm",
          "call me",
          "speaking to",
          "speaking with",
          "spoke to",
          "spoke with");
  private static final Set<String> AFTER_NAME =
      Set.of("speaking", "calling", "from", "here", "again");
  private static final Set<String> SPEAKING = Set.of("speaking", "calling", "here");
  private static final Phrases FAREWELLS =
      Phrases.of(
          "regards",
          "kind regards",
          "best regards",
          "best wishes",
          "yours sincerely",
          "sincerely",
          "yours faithfully",
          "thanks",
          "thank you",
          "many thanks",
          "cheers",
          "best",
          "yours");
  private static final Set<String> FIRST_NAMES = WordSet.read("first-names.txt");
  private static final int MOST_WORDS = 3;

  @Override
  public List<Find> find(Tokens tokens, CallerContext context) {
    List<Find> finds = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.token(i).isWord()) {
        continue;
      }
      at(tokens, i)
          .map(name -> new Find(name.from(), name.next(), new EntityValue.PersonName(name.text())))
          .ifPresent(finds::add);
    }
    return finds;
  }

  private static Optional<Name> at(Tokens tokens, int i) {
    int cue = CUES.after(tokens, i);
    if (cue > 0) {
      return NameReader.read(tokens, cue, false);
    }
    int weak = WEAK_CUES.after(tokens, i);
    if (weak > 0) {
      return introduced(tokens, i, weak);
    }
    return titled(tokens, i).or(() -> announced(tokens, i)).or(() -> signature(tokens, i));
  }

  /// After "this is" much can follow: a name needs a capital, a known first name, a title or
  /// "speaking".
  private static Optional<Name> introduced(Tokens tokens, int i, int at) {
    Optional<Name> written =
        tokens.token(at).hasCapital() && !tokens.is(i, "call")
            ? NameReader.read(tokens, at, true).filter(name -> plausible(tokens, name))
            : Optional.empty();
    if (written.isPresent()) {
      return written;
    }
    return NameReader.read(tokens, at, false)
        .filter(name ->
            FIRST_NAMES.contains(tokens.word(at))
                || NameReader.isTitle(tokens.word(at))
                || (tokens.is(name.next(), tokens.is(i, "this") ? AFTER_NAME : SPEAKING)
                    && name.next() - at <= MOST_WORDS));
  }

  /// Two words with capitals, or a first name that is known: "I'm Happy" is neither.
  private static boolean plausible(Tokens tokens, Name name) {
    return name.text().contains(" ")
        || FIRST_NAMES.contains(tokens.word(name.from()))
        || tokens.is(name.next(), AFTER_NAME);
  }

  private static Optional<Name> titled(Tokens tokens, int i) {
    if (!NameReader.isTitle(tokens.word(i)) || tokens.is(i - 1, "the") || tokens.is(i - 1, "a")) {
      return Optional.empty();
    }
    boolean written = tokens.token(i).hasCapital();
    if (!written && !NameReader.isOnlyTitle(tokens.word(i))) {
      return Optional.empty();
    }
    return NameReader.read(tokens, i, written).filter(name -> name.from() > i);
  }

  /// "peter hansen speaking".
  private static Optional<Name> announced(Tokens tokens, int i) {
    if (!FIRST_NAMES.contains(tokens.word(i))) {
      return Optional.empty();
    }
    return NameReader.read(tokens, i, false)
        .filter(name ->
            name.next() - i <= MOST_WORDS && tokens.is(name.next(), Set.of("speaking", "here")));
  }

  /// A line of its own after "Kind regards".
  private static Optional<Name> signature(Tokens tokens, int i) {
    if (!(i == 0 || tokens.is(i - 1, Set.of("\n", ".", "!")))) {
      return Optional.empty();
    }
    int at = FAREWELLS.after(tokens, i);
    if (at < 0) {
      return Optional.empty();
    }
    int line = at;
    while (line < at + MOST_WORDS + 1 && tokens.is(line, Set.of("\n", ",", "!", "."))) {
      line++;
    }
    return tokens.is(line - 1, "\n") && line > at
        ? NameReader.read(tokens, line, true)
            .filter(name -> tokens.isEnd(name.next()) || tokens.is(name.next(), Set.of("\n", ",")))
        : Optional.empty();
  }
}
