package parley.dialogue.entities;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds how many of what: "three tickets", "2kg", "a dozen eggs", "an hour and a half".
final class QuantityFinder implements Finder {
  private static final BigDecimal DOZEN = BigDecimal.valueOf(12);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  @Override
  public List<Find> find(Tokens tokens, CallerContext context) {
    List<Find> finds = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      at(tokens, i, context).ifPresent(finds::add);
    }
    return finds;
  }

  /// The quantity that begins here.
  static Optional<Find> at(Tokens tokens, int i, CallerContext context) {
    if (tokens.is(i, "a") || tokens.is(i, "an")) {
      return article(tokens, i);
    }
    if (tokens.is(i, "half") && tokens.is(i + 1, "a") && tokens.is(i + 2, "dozen")) {
      return Optional.of(dozen(tokens, i, i + 2, HALF));
    }
    return NumberReader.read(tokens, i, context)
        .flatMap(number ->
            tokens.is(number.next(), "dozen")
                ? Optional.of(dozen(tokens, i, number.next(), number.value()))
                : counted(tokens, i, number.next(), number.value(), number.written()));
  }

  private static Optional<Find> article(Tokens tokens, int i) {
    return switch (tokens.word(i + 1)) {
      case "dozen" -> Optional.of(dozen(tokens, i, i + 1, BigDecimal.ONE));
      case "couple" ->
          counted(tokens, i, tokens.is(i + 2, "of") ? i + 3 : i + 2, BigDecimal.TWO, false);
      case "hour", "pair", "kilo", "litre", "liter" ->
          counted(tokens, i, i + 1, BigDecimal.ONE, false);
      case "hundred", "thousand", "million" ->
          NumberReader.spoken(tokens, i)
              .flatMap(n -> counted(tokens, i, n.next(), n.value(), false));
      default -> Optional.empty();
    };
  }

  private static Find dozen(Tokens tokens, int from, int at, BigDecimal times) {
    int next = tokens.is(at + 1, "of") ? at + 2 : at + 1;
    boolean noun =
        tokens.token(next).isWord() && !WordSet.FUNCTION_WORDS.contains(tokens.word(next));
    return new Find(
        from,
        noun ? next + 1 : at + 1,
        new EntityValue.Quantity(
            times.multiply(DOZEN), noun ? Units.guess(tokens.word(next)) : ""));
  }

  private static Optional<Find> counted(
      Tokens tokens, int from, int at, BigDecimal amount, boolean written) {
    String word = tokens.word(at);
    Optional<String> unit = Units.singular(word);
    if (weight(tokens, at)) {
      unit = Optional.of("pound");
    }
    // "5 l" and "8 g" are read out as words; a letter alone after a word is not a unit.
    if (unit.isEmpty() || (word.length() == 1 && !written)) {
      return Optional.empty();
    }
    boolean half = tokens.phrase(at + 1, List.of("and", "a", "half"));
    return Optional.of(
        new Find(
            from,
            half ? at + 4 : at + 1,
            new EntityValue.Quantity(half ? amount.add(HALF) : amount, unit.get())));
  }

  /// "pounds" alone are money.
  private static boolean weight(Tokens tokens, int at) {
    return tokens.is(at, List.of("pound", "pounds", "lb", "lbs"))
        && (tokens.is(at + 1, "of") || tokens.word(at).startsWith("l"));
  }
}
