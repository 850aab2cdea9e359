package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.understanding.Digits;
import parley.dialogue.words.Words;

/// Reads what comes after "at" in a spoken mail address: "north gate travel dot co dot uk". Pure;
/// any thread.
final class SpokenDomain {
  private static final Set<String> ENDINGS =
      Set.of(
          ("com org net edu gov info biz io co app dev shop store online eu uk de at ch fr es it nl be"
                  + " pl dk se no fi ie pt cz us ca au nz in jp cn hk sg br mx me tv travel example")
              .split(" "));
  private static final Set<String> NO_LABEL =
      Set.of("the", "my", "your", "our", "this", "a", "an", "is", "and");
  private static final Set<String> DASHES = Set.of("dash", "hyphen", "minus", "-");
  private static final int MOST_WORDS = 3;
  private static final int MOST_TOKENS = 24;
  private static final int MOST_LABELS = 5;

  /// A domain and the token after it.
  record Domain(String name, int next) {}

  private record Label(String text, int next) {}

  private SpokenDomain() {}

  static Optional<Domain> read(Tokens tokens, int from) {
    StringBuilder name = new StringBuilder();
    int at = from;
    for (int labels = 0; labels < MOST_LABELS; labels++) {
      Optional<Label> ending = labels == 0 ? Optional.empty() : ending(tokens, at);
      if (ending.isPresent() && afterDot(tokens, ending.get().next()) == 0) {
        return Optional.of(new Domain(name + ending.get().text(), ending.get().next()));
      }
      Optional<Label> label = label(tokens, at);
      if (label.isEmpty()) {
        return Optional.empty();
      }
      name.append(label.get().text()).append('.');
      at = afterDot(tokens, label.get().next());
    }
    return Optional.empty();
  }

  /// The token after a dot, which may stand in brackets; 0 when there is none.
  static int afterDot(Tokens tokens, int at) {
    if (tokens.is(at, "[") || tokens.is(at, "(")) {
      return tokens.is(at + 1, "dot") ? at + 3 : 0;
    }
    boolean written = tokens.gluedSign(at, ".") && tokens.token(at + 1).glued();
    return written || tokens.is(at, "dot") ? at + 1 : 0;
  }

  private static Optional<Label> ending(Tokens tokens, int at) {
    if (tokens.is(at, ENDINGS)) {
      return Optional.of(new Label(tokens.word(at), at + 1));
    }
    String spelled = tokens.word(at) + tokens.word(at + 1);
    boolean letters = tokens.token(at).isLetter() && tokens.token(at + 1).isLetter();
    return letters && ENDINGS.contains(spelled)
        ? Optional.of(new Label(spelled, at + 2))
        : Optional.empty();
  }

  /// One part of the name, which a dot must follow.
  private static Optional<Label> label(Tokens tokens, int from) {
    List<String> pieces = new ArrayList<>();
    int words = 0;
    int at = from;
    while (afterDot(tokens, at) == 0) {
      Token token = tokens.token(at);
      words += token.isWord() && !token.isLetter() && !Numerals.isReadOut(token.word()) ? 1 : 0;
      boolean dash = tokens.is(at, DASHES);
      words -= dash ? 2 : 0;
      boolean part = dash || token.isWord() || token.isDigits();
      if (!part || words > MOST_WORDS || at - from > MOST_TOKENS || tokens.is(at, NO_LABEL)) {
        return Optional.empty();
      }
      pieces.add(dash ? "-" : piece(token.word()));
      at++;
    }
    return pieces.isEmpty()
        ? Optional.empty()
        : Optional.of(new Label(String.join("", pieces), at));
  }

  private static String piece(String word) {
    return Numerals.value(word).isPresent() ? Digits.from(new Words(List.of(word))) : word;
  }
}
