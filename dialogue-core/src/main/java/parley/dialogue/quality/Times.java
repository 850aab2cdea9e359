package parley.dialogue.quality;

import java.util.List;
import java.util.Set;

/// Reads times of day: "17:15", "5:15 pm", "five fifteen p m", "half past five", "noon". A time
/// that does not say which half of the day it means has a "?" before it. Pure.
final class Times {

  private static final int NOON = 12;

  private final List<Piece> pieces;

  private Times(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /// The place after the time that begins here; the same place when none does.
  static int take(List<Piece> pieces, int at, Set<Fact> facts) {
    Times times = new Times(pieces);
    int next = times.past(at, facts);
    next = next > at ? next : times.noon(at, facts);
    return next > at ? next : times.clock(at, facts);
  }

  private int past(int at, Set<Fact> facts) {
    int hour = upTo(at + 2, NOON);
    int minutes = is(at, "half") ? 30 : is(at, "quarter") ? 15 : upTo(at, 59);
    if (hour < 1 || minutes < 0 || (!is(at + 1, "past") && !is(at + 1, "to"))) {
      return at;
    }
    boolean to = is(at + 1, "to");
    if (to && !is(at, "quarter")) {
      return at;
    }
    add(to ? (hour + 10) % NOON + 1 : hour, to ? 60 - minutes : minutes, at + 3, facts);
    return at + 3;
  }

  private int noon(int at, Set<Fact> facts) {
    if (is(at, "noon") || is(at, "midday")) {
      facts.add(new Fact(Fact.Kind.TIME, "12:00"));
      return at + 1;
    }
    if (is(at, "midnight")) {
      facts.add(new Fact(Fact.Kind.TIME, "00:00"));
      return at + 1;
    }
    return at;
  }

  private int clock(int at, Set<Fact> facts) {
    int hour = upTo(at, 24);
    if (hour < 0) {
      return at;
    }
    int minutes = is(at + 1, ":") ? upTo(at + 2, 59) : -1;
    if (minutes >= 0) {
      return add(hour, minutes, at + 3, facts);
    }
    if (half(at + 1) != 0 || is(at + 1, "o'clock")) {
      return add(hour, 0, at + 1, facts);
    }
    int spoken = upTo(at + 1, 59);
    return spoken >= 0 && half(at + 2) != 0 ? add(hour, spoken, at + 2, facts) : at;
  }

  private int add(int hour, int minutes, int after, Set<Fact> facts) {
    int half = half(after);
    int hours = hour % 24;
    if (half > 0) {
      hours = half == 1 ? hour % NOON : hour % NOON + NOON;
    }
    boolean open = half == 0 && hour >= 1 && hour < NOON;
    facts.add(new Fact(Fact.Kind.TIME, (open ? "?" : "") + "%02d:%02d".formatted(hours, minutes)));
    return after + (half > 0 ? length(after) : is(after, "o'clock") ? 1 : 0);
  }

  /// 1 for before noon, 2 for after, 0 when it is not said here.
  private int half(int at) {
    if (is(at, "am") || (is(at, "a") && marks(at))) {
      return 1;
    }
    return is(at, "pm") || (is(at, "p") && marks(at)) ? 2 : 0;
  }

  private boolean marks(int at) {
    return is(at + 1, "m") || (is(at + 1, ".") && is(at + 2, "m"));
  }

  private int length(int at) {
    if (is(at, "am") || is(at, "pm")) {
      return 1;
    }
    return is(at + 1, "m") ? 2 : is(at + 3, ".") ? 4 : 3;
  }

  private boolean is(int at, String word) {
    return at < pieces.size() && pieces.get(at).is(word);
  }

  private int upTo(int at, int most) {
    return at < pieces.size() ? pieces.get(at).upTo(most) : -1;
  }
}
