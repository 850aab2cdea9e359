package parley.dialogue.entities;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.understanding.Digits;
import parley.dialogue.words.Words;

/// Finds mail addresses as they are spoken, around each "at": "anna underscore smith at example dot
/// com", "p a t e l at g m x dot d e"; and with "at" and "dot" written in brackets, to hide them
/// from robots.
final class SpokenMailFinder implements Finder {
  private static final Map<String, String> LINKS =
      Map.of(
          "dot",
          ".",
          ".",
          ".",
          "underscore",
          "_",
          "_",
          "_",
          "dash",
          "-",
          "hyphen",
          "-",
          "minus",
          "-",
          "-",
          "-",
          "plus",
          "+");
  private static final Set<String> NO_ADDRESS =
      Set.of(
          ("look looked looking found find bought ordered ordering see saw shop shopping online site"
                  + " website working works work page store it is was are were me us you them be been"
                  + " not up out down and or one")
              .split(" "));
  private static final Set<String> CUE_NOUNS = Set.of("email", "mail", "address", "e-mail");
  private static final Set<String> CUE_VERBS = Set.of("is", "it's", ":", "was");
  private static final int MOST_TOKENS = 24;
  private static final int LOOK_BACK = 6;

  @Override
  public List<Find> find(Tokens tokens, CallerContext context) {
    List<Find> finds = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.is(i, "at")) {
        at(tokens, i).ifPresent(finds::add);
      }
    }
    return finds;
  }

  private static Optional<Find> at(Tokens tokens, int word) {
    boolean brackets = tokens.is(word - 1, "[") || tokens.is(word - 1, "(");
    int before = brackets ? word - 1 : word;
    int after = brackets || tokens.is(word + 1, "sign") ? word + 2 : word + 1;
    Optional<SpokenDomain.Domain> domain = SpokenDomain.read(tokens, after);
    if (domain.isEmpty()) {
      return Optional.empty();
    }
    int cued = cuedFrom(tokens, before);
    int from = cued > 0 ? cued : localFrom(tokens, before);
    boolean refused =
        from == before || (cued == 0 && from == before - 1 && tokens.is(from, NO_ADDRESS));
    String local = refused ? "" : local(tokens, from, before);
    return local.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Find(
                from,
                domain.get().next(),
                new EntityValue.MailAddress(local + "@" + domain.get().name())));
  }

  /// After "my email is" everything belongs to the address; 0 when nothing says so.
  private static int cuedFrom(Tokens tokens, int end) {
    for (int i = end - 1; i >= end - LOOK_BACK && i > 0; i--) {
      if (tokens.is(i, CUE_VERBS)) {
        return tokens.is(i - 1, CUE_NOUNS) && i + 1 < end ? i + 1 : 0;
      }
    }
    return 0;
  }

  /// Where the name before "at" begins: words linked by dots and such, letters, figures.
  private static int localFrom(Tokens tokens, int end) {
    int from = atomFrom(tokens, end);
    while (from > 0 && end - from < MOST_TOKENS && LINKS.containsKey(tokens.word(from - 1))) {
      int atom = atomFrom(tokens, from - 1);
      if (atom == from - 1) {
        return from;
      }
      from = atom;
    }
    return from;
  }

  /// Letters and figures in a row, with one word before figures, or one word.
  private static int atomFrom(Tokens tokens, int end) {
    int from = end;
    boolean letters = false;
    while (from > 0 && end - from < MOST_TOKENS && isSpelled(tokens, from - 1)) {
      from--;
      letters |= tokens.token(from).isLetter();
    }
    boolean wordBefore =
        tokens.token(from - 1).isWord() && !LINKS.containsKey(tokens.word(from - 1));
    boolean takesWord =
        from == end || (!letters && !WordSet.FUNCTION_WORDS.contains(tokens.word(from - 1)));
    return wordBefore && takesWord ? from - 1 : from;
  }

  private static boolean isSpelled(Tokens tokens, int at) {
    Token token = tokens.token(at);
    return token.isLetter() || token.isDigits() || Numerals.isReadOut(token.word());
  }

  private static String local(Tokens tokens, int from, int end) {
    StringBuilder local = new StringBuilder();
    Deque<String> numerals = new ArrayDeque<>();
    for (int i = from; i < end; i++) {
      String word = tokens.word(i);
      if (Numerals.isReadOut(word) && !(tokens.token(i).isLetter() && numerals.isEmpty())) {
        numerals.add(word);
        continue;
      }
      flush(numerals, local);
      if (LINKS.containsKey(word)) {
        local.append(LINKS.get(word));
      } else if (tokens.token(i).isWord() || tokens.token(i).isDigits()) {
        local.append(word);
      }
    }
    flush(numerals, local);
    return local.toString().replaceAll("^[.+-]+|[.+-]+$", "");
  }

  private static void flush(Deque<String> numerals, StringBuilder local) {
    local.append(Digits.from(new Words(List.copyOf(numerals))));
    numerals.clear();
  }
}
