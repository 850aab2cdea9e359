package parley.callback.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.callback.calendar.Span;

/// What calendars' own feeds have told. Port: `db` implements it. Each method is one transaction.
/// Thread: any; of several processes one looks at a feed at a time.
public interface FeedStore {

  /// Takes the look at a calendar's feed that is due, if one is; the next one is at `next`.
  ///
  /// @return the tag of what was read last, empty for never
  Optional<String> claim(String calendar, Instant now, Instant next);

  /// The calendar is busy at just these times.
  void replace(String calendar, String tag, List<Span> busy, Instant now);

  /// The feed could not be read; what it told before stays.
  ///
  /// @param problem one sentence
  void failed(String calendar, String problem);
}
