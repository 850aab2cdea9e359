package parley.dialogue.callback;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.dialogue.callback.WishPiece.Days;
import parley.dialogue.callback.WishPiece.Hours;
import parley.dialogue.callback.WishPiece.Relation;
import parley.dialogue.callback.Wished.Span;

/// Makes spans of time of what was said of days and hours. An hour without a day is the next one; a
/// time that is "at four" lasts half an hour, since nobody can promise a minute. Pure.
final class WishSpans {

  private static final long EXACT_MINUTES = 30;
  private static final int MOST_DAYS = 14;

  private final LocalDateTime now;

  /// @param now on the clock of who is to be called
  WishSpans(LocalDateTime now) {
    this.now = now.truncatedTo(ChronoUnit.MINUTES);
  }

  List<Span> of(List<WishPiece> pieces) {
    List<WishPiece> meant =
        pieces.stream().filter(piece -> piece.relation() != Relation.NOT).toList();
    List<Span> spans = new ArrayList<>();
    joined(meant).forEach(piece -> add(spans, piece));
    if (spans.isEmpty()) {
      spans.add(Span.ANY);
    }
    List<Span> left = spans;
    for (WishPiece piece : pieces) {
      if (piece.relation() == Relation.NOT) {
        left = without(left, piece);
      }
    }
    return left;
  }

  /// "Any day next week" and "in the afternoon" are one wish: the hours hold on each of the days.
  private static List<WishPiece> joined(List<WishPiece> pieces) {
    List<WishPiece> hours = pieces.stream().filter(piece -> piece.days().isEmpty()).toList();
    List<WishPiece> days = pieces.stream().filter(piece -> piece.hours().isEmpty()).toList();
    boolean one = hours.size() == 1 && !days.isEmpty() && days.size() + 1 == pieces.size();
    if (!one) {
      return pieces;
    }
    List<WishPiece> all = new ArrayList<>();
    WishPiece time = hours.getFirst();
    for (WishPiece piece : days) {
      Days range = piece.days().orElseThrow();
      LocalDate day = range.first();
      for (int i = 0; i < MOST_DAYS && !day.isAfter(range.last()); i++) {
        all.add(time.on(day));
        day = day.plusDays(1);
      }
    }
    return all;
  }

  private void add(List<Span> spans, WishPiece piece) {
    boolean ends = piece.relation() == Relation.UNTIL || piece.relation() == Relation.THROUGH;
    if (ends && piece.days().isEmpty() && !spans.isEmpty()) {
      // "Tomorrow after two but before five."
      Span last = spans.getLast();
      LocalDateTime end =
          last.from().orElse(now).toLocalDate().atTime(piece.hours().orElseThrow().from());
      if (end.isAfter(last.from().orElse(now))) {
        spans.set(spans.size() - 1, new Span(last.from(), Optional.of(end)));
        return;
      }
    }
    Span span = span(piece);
    boolean gone = span.until().filter(until -> !until.isAfter(now)).isPresent();
    if (gone && piece.days().isPresent() && !spans.isEmpty()) {
      return;
    }
    spans.add(clipped(span));
  }

  /// What has begun already begins now.
  private Span clipped(Span span) {
    boolean going =
        span.from().filter(from -> from.isBefore(now)).isPresent()
            && span.until().filter(until -> !until.isAfter(now)).isEmpty();
    return going ? new Span(Optional.of(now), span.until()) : span;
  }

  private Span span(WishPiece piece) {
    if (piece.hours().isEmpty()) {
      return days(piece.days().orElseThrow(), piece.relation());
    }
    Hours hours = piece.hours().get();
    return piece.days().isPresent()
        ? on(piece.days().get().first(), hours, piece.relation())
        : next(hours, piece.relation());
  }

  private static Span days(Days days, Relation relation) {
    LocalDateTime begin = days.first().atStartOfDay();
    LocalDateTime end = days.last().plusDays(1).atStartOfDay();
    return switch (relation) {
      case AT, NOT -> Span.between(begin, end);
      case FROM -> Span.starting(end);
      case UNTIL -> new Span(Optional.empty(), Optional.of(begin));
      case THROUGH -> new Span(Optional.empty(), Optional.of(end));
    };
  }

  private Span next(Hours hours, Relation relation) {
    LocalDate today = now.toLocalDate();
    Span first = on(today, hours, relation);
    boolean gone = first.until().filter(until -> !until.isAfter(now)).isPresent();
    return gone ? on(today.plusDays(1), hours, relation) : first;
  }

  private Span on(LocalDate day, Hours hours, Relation relation) {
    LocalDateTime from = day.atTime(hours.from());
    LocalDateTime midnight = day.plusDays(1).atStartOfDay();
    return switch (relation) {
      case FROM -> Span.between(from, midnight);
      case UNTIL, THROUGH ->
          day.equals(now.toLocalDate())
              ? new Span(Optional.empty(), Optional.of(from))
              : Span.between(day.atStartOfDay(), from);
      case AT, NOT -> {
        if (hours.single()) {
          yield Span.between(from, from.plusMinutes(EXACT_MINUTES));
        }
        LocalDateTime to = day.atTime(hours.to());
        yield Span.between(from, to.isAfter(from) ? to : to.plusDays(1));
      }
    };
  }

  /// The spans without a day, or without a part of the days.
  private List<Span> without(List<Span> spans, WishPiece piece) {
    Span taken = clipped(span(piece));
    LocalDateTime begin = taken.from().orElse(now);
    LocalDateTime end = taken.until().orElse(begin);
    List<Span> left = new ArrayList<>();
    for (Span span : spans) {
      LocalDateTime from = span.from().orElse(now);
      boolean apart =
          !from.isBefore(end) || span.until().filter(until -> !until.isAfter(begin)).isPresent();
      if (apart) {
        left.add(span);
        continue;
      }
      if (from.isBefore(begin)) {
        left.add(new Span(span.from(), Optional.of(begin)));
      }
      if (span.until().filter(until -> !until.isAfter(end)).isEmpty()) {
        left.add(new Span(Optional.of(end), span.until()));
      }
    }
    return left.isEmpty() ? spans : left;
  }
}
