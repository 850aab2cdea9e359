package parley.dialogue.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the names of people: after words that announce one, below a mail's greetings, and by lists
/// of usual names. A name that nothing announces and no list knows is not found. Pure.
final class NameFinder {

  private static final Pattern SIGNED =
      Pattern.compile(
          "(?i:regards|sincerely|wishes|cheers|thanks|thank you|yours|grüße|grüßen|cordialement"
              + "|saludos|faithfully|truly)[,.!]?[ \\t]*\\R\\s*"
              + "(\\p{Lu}[\\p{L}'’.-]*(?: \\p{L}[\\p{L}'’.-]*){0,3})[ \\t]*(?:\\R|$)");
  private static final int LONGEST_NAME = 4;
  private static final int SHORTEST_SPELLED = 3;
  private static final int LONGEST_SPELLED = 40;
  private static final int REACH = 5;

  private final List<Token> tokens;
  private final boolean capitals;
  private final List<Finding> found = new ArrayList<>();

  private NameFinder(List<Token> tokens) {
    this.tokens = tokens;
    this.capitals =
        tokens.stream().filter(Token::word).anyMatch(t -> t.capitalised() && t.raw().length() > 1)
            && tokens.stream().anyMatch(t -> t.word() && t.raw().equals(t.lower()));
  }

  static List<Finding> find(String text, List<Token> tokens) {
    NameFinder finder = new NameFinder(tokens);
    Matcher signed = SIGNED.matcher(text);
    while (signed.find()) {
      if (Token.of(signed.group(1)).stream().noneMatch(NameList::other)) {
        finder.found.add(new Finding(PersonalKind.NAME, signed.start(1), signed.end(1)));
      }
    }
    int at = 0;
    while (at < tokens.size()) {
      at = Math.max(finder.at(at), at + 1);
    }
    return finder.found;
  }

  /// Finds the name that begins or is announced here; the place after it.
  private int at(int at) {
    int spelled = spelled(at);
    if (spelled > at) {
      return spelled;
    }
    int sure = after(NameCues.SURE, at);
    if (sure > at) {
      return announced(sure);
    }
    if (NameCues.TITLES.contains(tokens.get(at).lower())) {
      int dot = at + 1 < tokens.size() && tokens.get(at + 1).is(".") ? 1 : 0;
      return titled(at, at + 1 + dot);
    }
    int likely = after(NameCues.LIKELY, at);
    if (likely > at && likely < tokens.size() && looksLikeName(likely)) {
      return add(likely, Math.max(likely + 1, end(likely, !capitals)));
    }
    return listed(at);
  }

  private int after(List<List<String>> cues, int at) {
    int longest = at;
    for (List<String> cue : cues) {
      if (at + cue.size() > longest && Cues.at(tokens, at, cue)) {
        longest = at + cue.size();
      }
    }
    return longest;
  }

  private int announced(int from) {
    int at = from;
    while (at < tokens.size() && (tokens.get(at).is(":") || filler(at))) {
      at++;
    }
    int spelled = at < tokens.size() ? spelled(at) : at;
    return spelled > at ? spelled : add(at, end(at, true));
  }

  private boolean filler(int at) {
    return Set.of("uh", "um", "er", "erm", "is").contains(tokens.get(at).lower());
  }

  private int titled(int title, int from) {
    if (from < tokens.size() && NameCues.TITLES.contains(tokens.get(from).lower())) {
      return titled(title, from + 1);
    }
    boolean name =
        from < tokens.size()
            && tokens.get(from).word()
            && !NameList.other(tokens.get(from))
            && (!capitals || tokens.get(from).capitalised());
    return name ? add(title, end(from, capitals || particles(from))) : from;
  }

  private boolean particles(int from) {
    return NameCues.PARTICLES.contains(tokens.get(from).lower());
  }

  private boolean looksLikeName(int at) {
    Token token = tokens.get(at);
    if (!token.word()) {
      return false;
    }
    boolean whole = at + 1 == tokens.size() || NameCues.ENDS.contains(tokens.get(at + 1).lower());
    if (NameList.firstOrWord(token) && whole && !capitals) {
      return true;
    }
    if (NameList.other(token)) {
      return false;
    }
    return NameList.first(token) || speaks(at) || (capitals ? capitalName(at) : pair(at));
  }

  /// "this is hannelore calling".
  private boolean speaks(int at) {
    boolean introduced = at > 1 && Cues.at(tokens, at - 2, List.of("this", "is"));
    return introduced && Cues.at(tokens, at + 1, Set.of("calling", "speaking", "here", "from"));
  }

  private boolean pair(int at) {
    return at + 1 < tokens.size() && NameList.last(tokens.get(at + 1));
  }

  private boolean capitalName(int at) {
    boolean capital = tokens.get(at).capitalised();
    return capital && (NameList.firstOrWord(tokens.get(at)) || pair(at) || both(at));
  }

  private boolean both(int at) {
    if (at + 1 >= tokens.size()) {
      return false;
    }
    Token next = tokens.get(at + 1);
    return tokens.get(at).capitalised()
        && next.capitalised()
        && !NameList.other(next)
        && next.raw().length() > 1;
  }

  /// A given name from the list, and what follows it as its family name.
  private int listed(int at) {
    Token token = tokens.get(at);
    boolean more = at + 1 < tokens.size();
    boolean sure = NameList.first(token) && (!capitals || token.capitalised() || shouted(token));
    boolean known = pair(at) && !NameList.other(tokens.get(at + 1));
    boolean pair = NameList.firstOrWord(token) && (capitals ? both(at) : known);
    boolean saying = more && tokens.get(at + 1).is("of");
    return (sure || pair) && !saying ? add(at, end(at, false)) : at;
  }

  private static boolean shouted(Token token) {
    return token.raw().length() > 1
        && token.raw().equals(token.raw().toUpperCase(java.util.Locale.ROOT));
  }

  /// The place after a name that begins here. Announced, it goes on to the first word that is no
  /// part of a name; else only over capitals or family names from the list.
  private int end(int from, boolean announced) {
    int at = from;
    while (at < tokens.size() && at - from < LONGEST_NAME) {
      Token token = tokens.get(at);
      boolean joint = at > from && (token.is("-") || (token.is(".") && initial(at - 1)));
      boolean particle =
          (at > from || announced)
              && NameCues.PARTICLES.contains(token.lower())
              && partOfName(at + 1, announced);
      if (!joint && !particle && !(at == from && !announced) && !partOfName(at, announced)) {
        break;
      }
      at++;
    }
    while (at > from && !tokens.get(at - 1).word()) {
      at--;
    }
    return at;
  }

  private boolean initial(int at) {
    return tokens.get(at).raw().length() == 1
        && at + 1 < tokens.size()
        && tokens.get(at).touches(tokens.get(at + 1));
  }

  private boolean partOfName(int at, boolean announced) {
    if (at >= tokens.size() || !tokens.get(at).word()) {
      return false;
    }
    Token token = tokens.get(at);
    if (NameList.last(token) || NameList.first(token)) {
      return !capitals || token.capitalised() || shouted(token) || announced;
    }
    if (NameList.other(token) || NumberWords.number(token)) {
      return false;
    }
    return capitals ? token.capitalised() : announced;
  }

  /// "s m i t h" near "name" or "spelled".
  private int spelled(int at) {
    int end = at;
    while (end < tokens.size()
        && end - at < LONGEST_SPELLED
        && (letter(end) || (end > at && tokens.get(end).is("-")))) {
      end++;
    }
    boolean cued =
        Cues.before(tokens, at, REACH, NameCues.SPELL_CUES)
            || Cues.at(tokens, end, NameCues.SPELL_CUES)
            || Cues.at(tokens, end + 1, NameCues.SPELL_CUES);
    boolean name = end - at >= SHORTEST_SPELLED && cued;
    return name ? add(at, end) : at;
  }

  private boolean letter(int at) {
    return tokens.get(at).word() && tokens.get(at).raw().length() == 1;
  }

  private int add(int from, int end) {
    if (end <= from || end > tokens.size()) {
      return from;
    }
    int to = tokens.get(end - 1).to();
    int possessive = tokens.get(end - 1).lower().endsWith("'s") ? 2 : 0;
    found.add(new Finding(PersonalKind.NAME, tokens.get(from).from(), to - possessive));
    return end;
  }
}
