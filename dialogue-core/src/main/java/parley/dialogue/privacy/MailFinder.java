package parley.dialogue.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds e-mail addresses, written, disguised ("jane (at) example.org") and spoken ("jane dot doe
/// at example dot org"). Pure.
final class MailFinder {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]{1,64} ?@ ?[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}"
              + "|[\\p{L}\\p{N}._%+-]{1,64} ?[\\[({] ?(?:at|@|AT) ?[\\])}] ?[\\p{L}\\p{N}-]{1,63}"
              + "(?:(?: ?[\\[({] ?(?:dot|DOT|\\.) ?[\\])}] ?|\\.)[\\p{L}\\p{N}-]{1,63}){1,8}");
  private static final Set<String> AT = Set.of("at", "@", "arroba", "ät");
  private static final Set<String> DOT = Set.of("dot", "point", "punkt", "punto", ".");
  private static final Set<String> JOINTS =
      Set.of(
          "dot",
          "underscore",
          "dash",
          "hyphen",
          "minus",
          "plus",
          "point",
          "punkt",
          "punto",
          "_",
          "-",
          ".",
          "+");
  private static final Set<String> PROVIDERS =
      Set.of(
          "gmail",
          "googlemail",
          "yahoo",
          "hotmail",
          "outlook",
          "gmx",
          "icloud",
          "aol",
          "proton",
          "protonmail");
  private static final Set<String> ENDINGS =
      Set.of(
          "com", "org", "net", "edu", "gov", "info", "biz", "co", "uk", "de", "at", "ch", "fr",
          "es", "it", "nl", "be", "eu", "io", "us", "ca", "au", "ie", "pl", "pt", "se", "no", "dk",
          "fi", "cz", "jp", "in", "br", "mx", "me", "dev", "app", "test", "example", "mail", "shop",
          "travel", "online", "cloud");
  private static final Set<String> NOT_LOCAL =
      Set.of(
          "is", "me", "us", "them", "him", "her", "it", "email", "mail", "address", "to", "at",
          "my", "the", "a", "on", "was", "and", "or", "uh", "um", "erm", "you", "write", "reach");
  private static final int LONGEST_HOST = 3;

  private final List<Token> tokens;
  private final List<Finding> found = new ArrayList<>();

  private MailFinder(List<Token> tokens) {
    this.tokens = tokens;
  }

  static List<Finding> find(String text, List<Token> tokens) {
    MailFinder finder = new MailFinder(tokens);
    Matcher matcher = WRITTEN.matcher(text);
    while (matcher.find()) {
      finder.found.add(new Finding(PersonalKind.MAIL, matcher.start(), matcher.end()));
    }
    for (int at = 1; at + 1 < tokens.size(); at++) {
      if (AT.contains(tokens.get(at).lower())) {
        finder.spoken(at);
      }
    }
    return finder.found;
  }

  private void spoken(int at) {
    int last = domain(at + 1);
    if (last < 0) {
      return;
    }
    int first = local(at - 1);
    found.add(new Finding(PersonalKind.MAIL, tokens.get(first).from(), tokens.get(last).to()));
  }

  /// The last token of a domain that begins here; -1 when none does.
  private int domain(int from) {
    if (tokens.get(from).word() && PROVIDERS.contains(tokens.get(from).lower())) {
      return ending(from + 1, from);
    }
    for (int dot = from + 1; dot <= from + LONGEST_HOST * 2 && dot + 1 < tokens.size(); dot++) {
      Token token = tokens.get(dot);
      if (DOT.contains(token.lower())) {
        boolean named = hostWord(tokens.get(dot + 1)) && (!token.is(".") || tight(dot));
        return named && known(dot) ? ending(dot, -1) : -1;
      }
      boolean host = hostWord(tokens.get(dot - 1)) || JOINTS.contains(tokens.get(dot - 1).lower());
      if (!host || dot - from > LONGEST_HOST) {
        return -1;
      }
    }
    return -1;
  }

  /// Whether one of the parts after the dots is what domains end with.
  private boolean known(int dot) {
    for (int at = dot; at + 1 < tokens.size() && DOT.contains(tokens.get(at).lower()); at += 2) {
      if (ENDINGS.contains(tokens.get(at + 1).lower())) {
        return true;
      }
    }
    return false;
  }

  private boolean tight(int dot) {
    return tokens.get(dot).touches(tokens.get(dot + 1));
  }

  /// Goes over "dot com", "dot co dot uk", and after a provider's name a bare "com".
  private int ending(int from, int otherwise) {
    int last = otherwise;
    int at = from;
    if (at < tokens.size() && otherwise >= 0 && ENDINGS.contains(tokens.get(at).lower())) {
      return Set.of("com", "de", "net", "fr").contains(tokens.get(at).lower()) ? at : otherwise;
    }
    while (at + 1 < tokens.size()
        && DOT.contains(tokens.get(at).lower())
        && (!tokens.get(at).is(".") || tight(at))
        && hostWord(tokens.get(at + 1))) {
      last = at + 1;
      at += 2;
    }
    return last;
  }

  private static boolean hostWord(Token token) {
    return token.digits()
        || (token.word() && !AT.contains(token.lower()) && !DOT.contains(token.lower()));
  }

  /// The first token of what stands before "at": words that joints hold together, and letters and
  /// digits that were spelled.
  private int local(int last) {
    int first = last;
    while (first > 0) {
      Token before = tokens.get(first - 1);
      if (JOINTS.contains(before.lower()) && first > 1 && localPart(tokens.get(first - 2))) {
        first -= 2;
      } else if ((spelled(before) && (spelled(tokens.get(first)) || first == last))
          || (NumberWords.number(tokens.get(first)) && localPart(before))
          || letter(before, tokens.get(first))
          || (first == last && NameList.first(before))) {
        first--;
      } else {
        return first;
      }
    }
    return first;
  }

  private static boolean localPart(Token token) {
    return (token.word() || token.digits()) && !NOT_LOCAL.contains(token.lower());
  }

  /// "a" and "i" are words unless they stand among other letters.
  private static boolean letter(Token token, Token next) {
    boolean word = token.is("i") || token.is("a");
    return token.word() && token.raw().length() == 1 && (!word || next.raw().length() == 1);
  }

  private static boolean spelled(Token token) {
    return NumberWords.number(token)
        || NumberWords.times(token).isPresent()
        || (token.word() && token.raw().length() == 1 && !token.is("i"));
  }
}
