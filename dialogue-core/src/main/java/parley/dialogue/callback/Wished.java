package parley.dialogue.callback;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// What somebody's words say of when they want to be called.
public sealed interface Wished {

  /// They say nothing of it.
  record Nothing() implements Wished {}

  /// There is no such day or hour, ever: "30 February", "25 o'clock".
  record NoSuchTime() implements Wished {}

  /// Times that would suit, the best first; never empty.
  record Times(List<Span> spans) implements Wished {

    public Times {
      spans = List.copyOf(spans);
      if (spans.isEmpty()) {
        throw new IllegalArgumentException("A wish for a time names one");
      }
    }

    static Times of(Span span) {
      return new Times(List.of(span));
    }
  }

  /// A time on the callee's own clock.
  ///
  /// @param from inclusive; empty: as soon as possible
  /// @param until exclusive; empty: any time from then on
  record Span(Optional<LocalDateTime> from, Optional<LocalDateTime> until) {

    /// Whenever somebody can.
    public static final Span ANY = new Span(Optional.empty(), Optional.empty());

    static Span between(LocalDateTime from, LocalDateTime until) {
      return new Span(Optional.of(from), Optional.of(until));
    }

    static Span starting(LocalDateTime from) {
      return new Span(Optional.of(from), Optional.empty());
    }
  }
}
