package parley.server.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.callback.calendar.Span;
import parley.callback.feed.FeedStore;

/// Holds no feeds.
final class NoFeeds implements FeedStore {

  @Override
  public Optional<String> claim(String calendar, Instant now, Instant next) {
    return Optional.empty();
  }

  @Override
  public void replace(String calendar, String tag, List<Span> busy, Instant now) {}

  @Override
  public void failed(String calendar, String problem) {}
}
