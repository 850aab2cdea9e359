package parley.dialogue.entities;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// A whole number that grows word by word, as long as the words can be one number: "twenty" takes
/// "two" after it, "two" takes no "twenty". Thread: one owner.
final class SpokenNumber {
  private long total;
  private long group;
  private boolean begun;

  /// What is added next must be smaller.
  private long room = Long.MAX_VALUE;

  private long scale = Long.MAX_VALUE;
  private boolean hundreds;

  /// Takes the word here if it can belong to the number.
  boolean takes(Tokens tokens, int at) {
    String word = tokens.word(at);
    return switch (word) {
      case "a" -> !begun && takesArticle(tokens, at);
      case "and" -> begun && joins(tokens.word(at + 1));
      case "hundred" -> hundred();
      case "thousand" -> scale(1_000L);
      case "million" -> scale(1_000_000L);
      default -> adds(Numerals.value(word));
    };
  }

  OptionalLong value() {
    return begun ? OptionalLong.of(total + group) : OptionalLong.empty();
  }

  private boolean takesArticle(Tokens tokens, int at) {
    String next = tokens.word(at + 1);
    if (!next.equals("hundred") && !next.equals("thousand") && !next.equals("million")) {
      return false;
    }
    begun = true;
    group = 1;
    room = 1;
    return true;
  }

  /// "and" belongs to the number only between hundreds or thousands and what is smaller.
  private boolean joins(String next) {
    OptionalInt value = Numerals.value(next);
    return room >= 100 && room < Long.MAX_VALUE && value.orElse(0) > 0 && value.orElse(0) < room;
  }

  private boolean hundred() {
    if (hundreds || group < 1 || group > 99) {
      return false;
    }
    group *= 100;
    hundreds = true;
    room = 100;
    return true;
  }

  private boolean scale(long by) {
    if (group < 1 || by >= scale) {
      return false;
    }
    total += group * by;
    group = 0;
    scale = by;
    hundreds = false;
    room = by;
    return true;
  }

  private boolean adds(OptionalInt word) {
    if (word.isEmpty() || word.getAsInt() >= room || (begun && word.getAsInt() == 0)) {
      return false;
    }
    int value = word.getAsInt();
    begun = true;
    group += value;
    room = value >= 20 ? 10 : 1;
    return true;
  }
}
