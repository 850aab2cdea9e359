package parley.callback.feed;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.callback.calendar.Feed;
import parley.callback.calendar.Span;
import parley.callback.ical.BusyReader;

/// Fetches a calendar's own busy times: an iCalendar file by `https:` or `file:`, or a CalDAV
/// collection (RFC 4791). Redirects are not followed.
///
/// Thread: any; blocks at most for the time given.
public final class FeedReader implements AutoCloseable {

  /// A calendar of many years is a few megabytes.
  private static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final HttpClient http;
  private final Duration timeout;

  public FeedReader(Duration timeout) {
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// What was read.
  ///
  /// @param tag names this state of the feed; empty where the server has none
  public record Content(String tag, List<Span> busy) {
    public Content {
      busy = List.copyOf(busy);
    }
  }

  /// @param tag of what was read last; empty: read in any case
  /// @param within what matters of it
  /// @param zone of whole days and of times without a zone
  /// @return empty when nothing has changed since `tag`
  public Optional<Content> read(Feed feed, String tag, Span within, ZoneId zone)
      throws FeedException {
    return switch (String.valueOf(feed.url().getScheme())) {
      case "file" -> file(feed, tag, within, zone);
      default -> overHttp(feed, tag, within, zone);
    };
  }

  private static Optional<Content> file(Feed feed, String tag, Span within, ZoneId zone)
      throws FeedException {
    try {
      Path path = Path.of(feed.url());
      String now = Files.getLastModifiedTime(path).toInstant() + " " + Files.size(path);
      if (now.equals(tag)) {
        return Optional.empty();
      }
      if (Files.size(path) > MOST_BYTES) {
        throw tooLong();
      }
      return Optional.of(new Content(now, parsed(Files.readString(path), within, zone)));
    } catch (IOException e) {
      throw new FeedException("the file cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private Optional<Content> overHttp(Feed feed, String tag, Span within, ZoneId zone)
      throws FeedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(feed.url()).timeout(timeout);
    if (!feed.user().isEmpty()) {
      request.header("Authorization", "Basic " + credentials(feed));
    }
    if (feed.caldav()) {
      request
          .header("Depth", "1")
          .header("Content-Type", "application/xml; charset=utf-8")
          .method("REPORT", HttpRequest.BodyPublishers.ofString(query(within)));
    } else if (!tag.isEmpty()) {
      request.header("If-None-Match", tag);
    }
    HttpResponse<byte[]> answer = send(request.build());
    return switch (answer.statusCode()) {
      case 304 -> Optional.empty();
      case 200, 207 -> Optional.of(content(feed, answer, within, zone));
      case 401, 403 -> throw new FeedException("the server refuses the user or the password");
      default -> throw new FeedException("the server answered with status " + answer.statusCode());
    };
  }

  private static Content content(Feed feed, HttpResponse<byte[]> answer, Span within, ZoneId zone)
      throws FeedException {
    if (!feed.caldav()) {
      String text = new String(answer.body(), StandardCharsets.UTF_8);
      return new Content(
          answer.headers().firstValue("ETag").orElse(""), parsed(text, within, zone));
    }
    List<Span> busy = new ArrayList<>();
    for (String calendar : MultiStatus.calendars(answer.body())) {
      busy.addAll(parsed(calendar, within, zone));
    }
    return new Content("", busy);
  }

  private static String credentials(Feed feed) throws FeedException {
    Optional<Path> file = feed.passwordFile();
    try {
      String password = file.isPresent() ? Files.readString(file.get()).strip() : "";
      return Base64.getEncoder()
          .encodeToString((feed.user() + ":" + password).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new FeedException("its password-file cannot be read", e);
    }
  }

  /// Also the body must have come by the deadline: the client's own ends with the headers.
  private HttpResponse<byte[]> send(HttpRequest request) throws FeedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new FeedException("no answer within " + timeout.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new FeedException("no answer (" + cause.getClass().getSimpleName() + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FeedException("stopped while waiting for an answer", e);
    } finally {
      answer.cancel(true);
    }
  }

  private static FeedException tooLong() {
    return new FeedException("it is longer than " + MOST_BYTES / 1024 / 1024 + " MB");
  }

  private static List<Span> parsed(String text, Span within, ZoneId zone) throws FeedException {
    try {
      return BusyReader.read(text, within, zone);
    } catch (BusyReader.BadCalendarException e) {
      throw new FeedException("what came is no iCalendar file", e);
    }
  }

  /// A calendar-query for events within a time range (RFC 4791, 7.8.1).
  private static String query(Span within) {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
      <D:prop><C:calendar-data/></D:prop>
      <C:filter>
        <C:comp-filter name="VCALENDAR">
          <C:comp-filter name="VEVENT">
            <C:time-range start="%s" end="%s"/>
          </C:comp-filter>
        </C:comp-filter>
      </C:filter>
    </C:calendar-query>
    """
        .formatted(UTC.format(within.from()), UTC.format(within.until()));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
