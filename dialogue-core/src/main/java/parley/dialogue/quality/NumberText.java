package parley.dialogue.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.dialogue.words.NumberNames;

/// Reads a text as words and numbers, numbers in English words as numbers: "one hundred and five",
/// "three point five", "twenty first", "nineteen ninety nine". Pure.
final class NumberText {

  private static final Pattern PIECE =
      Pattern.compile(
          "(\\d+(?:[.,]\\d+){0,8})(st|nd|rd|th)?(?!\\d)|\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}+)?|[^\\s\\p{L}\\d]");
  private static final Map<String, Integer> SMALL = new HashMap<>();
  private static final Map<String, Integer> ORDINALS = new HashMap<>();
  private static final Map<String, Integer> POWERS =
      Map.of("hundred", 100, "thousand", 1_000, "million", 1_000_000);

  static {
    Stream.of(NumberNames.ONES, NumberNames.TEENS)
        .flatMap(List::stream)
        .forEach(word -> SMALL.put(word, SMALL.size()));
    NumberNames.TENS.forEach(word -> SMALL.put(word, (NumberNames.TENS.indexOf(word) + 2) * 10));
    NumberNames.ORDINALS.forEach(
        word -> ORDINALS.put(word, NumberNames.ORDINALS.indexOf(word) + 1));
    ORDINALS.put("twentieth", 20);
    ORDINALS.put("thirtieth", 30);
  }

  private final List<String> words = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  private NumberText() {}

  static List<Piece> of(String text) {
    NumberText reader = new NumberText();
    Matcher matcher = PIECE.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
    while (matcher.find()) {
      reader.words.add(matcher.group());
    }
    while (reader.at < reader.words.size()) {
      reader.next();
    }
    return List.copyOf(reader.pieces);
  }

  private void next() {
    String word = words.get(at);
    if (Character.isDigit(word.charAt(0))) {
      at++;
      boolean ordinal = !Character.isDigit(word.charAt(word.length() - 1));
      String digits = ordinal ? word.substring(0, word.length() - 2) : word;
      pieces.add(Piece.number(word, digits(digits), ordinal, false));
    } else if (SMALL.containsKey(word) || ORDINALS.containsKey(word) || alone(word)) {
      spoken();
    } else {
      at++;
      pieces.add(Piece.word(word));
    }
  }

  /// "a hundred", "hundred".
  private static boolean alone(String word) {
    return word.equals("hundred") || word.equals("thousand");
  }

  /// "1,249.50" and "1.249,50" are one amount in two countries' ways; "12,50" is twelve and a half.
  private static BigDecimal digits(String text) {
    int point = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    if (point < 0) {
      return new BigDecimal(text);
    }
    boolean mixed = text.indexOf('.') >= 0 && text.indexOf(',') >= 0;
    boolean once = text.indexOf(text.charAt(point)) == point;
    boolean thousands = !mixed && (text.length() - point - 1 == 3 || !once);
    String whole = text.substring(0, point).replaceAll("[.,]", "");
    String part = text.substring(point + 1);
    return new BigDecimal(thousands ? whole + part : whole + "." + part);
  }

  private void spoken() {
    int from = at;
    long value = cardinal();
    boolean ordinal = ORDINALS.containsKey(words.get(at - 1));
    BigDecimal number = BigDecimal.valueOf(value);
    if (at + 1 < words.size() && words.get(at).equals("point") && digit(at + 1) >= 0) {
      at++;
      StringBuilder part = new StringBuilder();
      while (at < words.size() && digit(at) >= 0) {
        part.append(digit(at++));
      }
      number = new BigDecimal(value + "." + part);
    }
    pieces.add(Piece.number(String.join(" ", words.subList(from, at)), number, ordinal, true));
  }

  private int digit(int index) {
    int value = SMALL.getOrDefault(words.get(index), -1);
    return value < 10 ? value : -1;
  }

  private long cardinal() {
    long all = 0;
    long part = 0;
    boolean any = false;
    while (at < words.size()) {
      String word = words.get(at);
      if (SMALL.containsKey(word) && (!any || fits(part, SMALL.get(word)))) {
        part += SMALL.get(word);
      } else if (ORDINALS.containsKey(word) && (!any || fits(part, ORDINALS.get(word)))) {
        at++;
        return all + part + ORDINALS.get(word);
      } else if (century(all, part, any)) {
        part *= 100;
        continue;
      } else if (POWERS.containsKey(word)) {
        long power = POWERS.get(word);
        part = Math.max(1, part) * power;
        if (power > 100) {
          all += part;
          part = 0;
        }
      } else if (!joint(word, any)) {
        break;
      }
      any = true;
      at++;
    }
    return all + part;
  }

  /// Whether a number goes on with this: "twenty" with "one", "one hundred" with "five".
  private static boolean fits(long part, int next) {
    return part == 0
        || part % 100 == 0
        || (part % 100 >= 20 && part % 10 == 0 && next > 0 && next < 10);
  }

  /// "nineteen ninety nine".
  private boolean century(long all, long part, boolean any) {
    int next = SMALL.getOrDefault(words.get(at), -1);
    return any && all == 0 && (part == 19 || part == 20) && next >= 10;
  }

  /// "and" after hundreds and the dash in "twenty-one" are part of the number if it goes on.
  private boolean joint(String word, boolean any) {
    boolean more = any && at + 1 < words.size();
    boolean small = more && SMALL.getOrDefault(words.get(at + 1), 0) > 0;
    boolean hundreds = more && POWERS.containsKey(words.get(at - 1));
    boolean tens = more && SMALL.getOrDefault(words.get(at - 1), 0) >= 20;
    boolean ordinal = more && ORDINALS.getOrDefault(words.get(at + 1), 20) < 10;
    boolean unit = small && SMALL.getOrDefault(words.get(at + 1), 10) < 10;
    return (word.equals("and") && hundreds && small)
        || (word.equals("-") && tens && (unit || ordinal));
  }
}
