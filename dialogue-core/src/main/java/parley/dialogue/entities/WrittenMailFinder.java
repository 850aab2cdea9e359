package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds mail addresses as they are written, around each "@".
final class WrittenMailFinder implements Finder {
  private static final Set<String> LOCAL_SIGNS = Set.of(".", "_", "%", "+", "-", "'");
  private static final int MOST_TOKENS = 40;

  @Override
  public List<Find> find(Tokens tokens, CallerContext context) {
    List<Find> finds = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.gluedSign(i, "@")) {
        at(tokens, i).ifPresent(finds::add);
      }
    }
    return finds;
  }

  private static Optional<Find> at(Tokens tokens, int sign) {
    int from = sign - 1;
    while (from > sign - MOST_TOKENS && tokens.token(from).glued() && isLocal(tokens, from - 1)) {
      from--;
    }
    while (from < sign && tokens.is(from, LOCAL_SIGNS)) {
      from++;
    }
    int end = sign + 1;
    while (end < sign + MOST_TOKENS && isDomain(tokens, end)) {
      end++;
    }
    while (end > sign && (tokens.is(end - 1, ".") || tokens.is(end - 1, "-"))) {
      end--;
    }
    boolean domain = tokens.is(end - 2, ".") && tokens.token(end - 1).isWord() && end - 3 > sign;
    boolean named = isLocal(tokens, from) && from < sign;
    return domain && named && tokens.word(end - 1).length() > 1
        ? Optional.of(find(tokens, from, end))
        : Optional.empty();
  }

  private static Find find(Tokens tokens, int from, int end) {
    String address =
        tokens.text().substring(tokens.token(from).start(), tokens.token(end - 1).end());
    return new Find(from, end, new EntityValue.MailAddress(address.toLowerCase(Locale.ROOT)));
  }

  private static boolean isLocal(Tokens tokens, int at) {
    Token token = tokens.token(at);
    return token.isWord() || token.isDigits() || LOCAL_SIGNS.contains(token.word());
  }

  private static boolean isDomain(Tokens tokens, int at) {
    Token token = tokens.token(at);
    boolean sign = token.word().equals(".") || token.word().equals("-");
    return token.glued() && (token.isWord() || token.isDigits() || sign);
  }
}
