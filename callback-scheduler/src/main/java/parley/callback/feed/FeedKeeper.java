package parley.callback.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.Feed;
import parley.callback.calendar.ResourceCalendar;
import parley.callback.calendar.Span;
import parley.callback.ical.CalendarText;
import parley.callback.letter.LetterStore;

/// Reads the calendars' own feeds when they are due, and keeps a file of each calendar's
/// appointments up to date. Of several processes on one database one reads a feed; each writes its
/// own files.
///
/// Thread: its own virtual one; any may close.
public final class FeedKeeper implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FeedKeeper.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration BACK = Duration.ofDays(31);
  private static final Duration AHEAD = Duration.ofDays(400);

  private final CalendarBook book;
  private final FeedStore store;
  private final LetterStore appointments;
  private final Path folder;
  private final Clock clock;
  private final FeedReader reader = new FeedReader(TIMEOUT);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  FeedKeeper(
      CalendarBook book, FeedStore store, LetterStore appointments, Path folder, Clock clock) {
    this.book = book;
    this.store = store;
    this.appointments = appointments;
    this.folder = folder;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("calendar-feeds").unstarted(this::run);
  }

  /// @param folder for a file a calendar, `NAME.ics`
  public static FeedKeeper start(
      CalendarBook book, FeedStore store, LetterStore appointments, Path folder, Clock clock) {
    FeedKeeper keeper = new FeedKeeper(book, store, appointments, folder, clock);
    keeper.thread.start();
    return keeper;
  }

  private void run() {
    try {
      do {
        try {
          readDue();
          write();
        } catch (IOException | RuntimeException e) {
          log.warn("Calendars' feeds wait ({})", e.getClass().getSimpleName());
          log.debug("The feeds' fault", e);
        }
      } while (!stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Reads what is due.
  void readDue() {
    for (ResourceCalendar calendar : book.calendars().values()) {
      calendar.feed().ifPresent(feed -> read(calendar, feed));
    }
  }

  private void read(ResourceCalendar calendar, Feed feed) {
    Instant now = clock.instant();
    Optional<String> tag = store.claim(calendar.name(), now, now.plus(feed.every()));
    if (tag.isEmpty()) {
      return;
    }
    try {
      Optional<FeedReader.Content> content =
          reader.read(feed, tag.get(), new Span(now.minus(BACK), now.plus(AHEAD)), calendar.zone());
      content.ifPresent(read -> {
        store.replace(calendar.name(), read.tag(), read.busy(), now);
        log.info("Calendar {}: {} busy times read", calendar.name(), read.busy().size());
      });
    } catch (FeedException e) {
      store.failed(calendar.name(), String.valueOf(e.getMessage()));
      log.warn("The feed of calendar {}: {}", calendar.name(), e.getMessage());
    }
  }

  /// Writes the files whose content is another one now.
  void write() throws IOException {
    Instant now = clock.instant();
    List<LetterStore.Upcoming> all =
        appointments.upcoming(new Span(now.minus(BACK), now.plus(AHEAD)));
    Files.createDirectories(folder);
    for (ResourceCalendar calendar : book.calendars().values()) {
      List<LetterStore.Upcoming> held =
          all.stream()
              .filter(one -> one.appointment().slot().calendars().contains(calendar.name()))
              .toList();
      String text =
          CalendarText.of(
              book,
              calendar,
              held.stream().map(LetterStore.Upcoming::appointment).toList(),
              held.stream().map(LetterStore.Upcoming::changedAt).toList());
      Path file = folder.resolve(calendar.name() + ".ics");
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        Path fresh = folder.resolve(calendar.name() + ".ics.new");
        Files.writeString(fresh, text);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Override
  public void close() {
    stopped.countDown();
    thread.interrupt();
    reader.close();
  }
}
