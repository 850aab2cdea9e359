package parley.callback.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.callback.calendar.Feed;
import parley.callback.calendar.Span;

/// Feeds over a real connection. The CalDAV server is one of our own that speaks RFC 4791's
/// calendar-query.
class FeedReaderTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Span JUNE =
      new Span(Instant.parse("2026-06-01T00:00:00Z"), Instant.parse("2026-07-01T00:00:00Z"));
  private static final Span MEETING =
      new Span(Instant.parse("2026-06-02T08:00:00Z"), Instant.parse("2026-06-02T09:00:00Z"));
  private static final String CALENDAR =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//x//y//EN
      BEGIN:VEVENT
      UID:a
      DTSTAMP:20260101T000000Z
      DTSTART:20260602T080000Z
      DTEND:20260602T090000Z
      END:VEVENT
      END:VCALENDAR
      """
          .replace("\n", "\r\n");

  private HttpServer server;
  private final CountDownLatch done = new CountDownLatch(1);
  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    done.countDown();
    server.stop(0);
  }

  private Feed feed(String path, boolean caldav, String user) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "secret\n");
    return new Feed(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path),
        caldav,
        user,
        Optional.of(password),
        Duration.ofMinutes(5));
  }

  private HttpContext serve(String path, HttpHandler handler) {
    return server.createContext(path, handler);
  }

  private static Optional<FeedReader.Content> read(Feed feed, String tag) throws FeedException {
    try (FeedReader reader = new FeedReader(Duration.ofSeconds(2))) {
      return reader.read(feed, tag, JUNE, ZONE);
    }
  }

  private static String fault(Feed feed) {
    return String.valueOf(assertThrows(FeedException.class, () -> read(feed, "")).getMessage());
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void aFileIsReadOnceUntilItChanges() throws Exception {
    Path file = Files.writeString(folder.resolve("a.ics"), CALENDAR);
    Feed feed = new Feed(file.toUri(), false, "", Optional.empty(), Duration.ofMinutes(5));

    FeedReader.Content first = read(feed, "").orElseThrow();

    assertEquals(List.of(MEETING), first.busy());
    assertEquals(Optional.empty(), read(feed, first.tag()));
    Files.writeString(file, CALENDAR.replace("DTEND:20260602T09", "DTEND:20260602T10") + "\r\n");
    assertTrue(read(feed, first.tag()).isPresent());
  }

  @Test
  void aFeedThatHasNotChangedIsNotReadAgain() throws Exception {
    serve(
        "/a.ics",
        exchange -> {
          boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.getResponseHeaders().add("ETag", "\"v1\"");
          answer(exchange, same ? 304 : 200, same ? "" : CALENDAR);
        });

    FeedReader.Content first = read(feed("/a.ics", false, ""), "").orElseThrow();

    assertEquals(List.of(MEETING), first.busy());
    assertEquals(Optional.empty(), read(feed("/a.ics", false, ""), first.tag()));
  }

  @Test
  void aCalDavServerIsAskedForAMonthWithUserAndPassword() throws Exception {
    HttpContext context =
        serve(
            "/dav/",
            exchange -> {
              String asked =
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
              boolean right =
                  exchange.getRequestMethod().equals("REPORT")
                      && "1".equals(exchange.getRequestHeaders().getFirst("Depth"))
                      && asked.contains("start=\"20260601T000000Z\" end=\"20260701T000000Z\"");
              answer(exchange, right ? 207 : 400, multiStatus());
            });
    context.setAuthenticator(
        new BasicAuthenticator("calendars") {
          @Override
          public boolean checkCredentials(String user, String password) {
            return user.equals("alex") && password.equals("secret");
          }
        });

    assertEquals(List.of(MEETING), read(feed("/dav/", true, "alex"), "").orElseThrow().busy());
    assertEquals("the server refuses the user or the password", fault(feed("/dav/", true, "sam")));
  }

  private static String multiStatus() {
    return """
    <?xml version="1.0"?>
    <multistatus xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
      <response><href>/dav/a.ics</href><propstat><prop>
        <c:calendar-data>%s</c:calendar-data>
      </prop><status>HTTP/1.1 200 OK</status></propstat></response>
    </multistatus>
    """
        .formatted(CALENDAR);
  }

  @Test
  void whatIsWrongIsSaidInASentence() throws Exception {
    serve("/gone.ics", exchange -> answer(exchange, 404, "no"));
    serve("/page.ics", exchange -> answer(exchange, 200, "<html>Sign in</html>"));
    serve(
        "/bomb/",
        exchange ->
            answer(
                exchange, 207, "<!DOCTYPE x [<!ENTITY a \"b\">]><multistatus>&a;</multistatus>"));
    serve(
        "/slow.ics",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('B');
          exchange.getResponseBody().flush();
          try {
            done.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertEquals("the server answered with status 404", fault(feed("/gone.ics", false, "")));
    assertEquals("what came is no iCalendar file", fault(feed("/page.ics", false, "")));
    assertEquals("what came is no answer of a CalDAV server", fault(feed("/bomb/", true, "")));
    assertEquals("no answer within 2 s", fault(feed("/slow.ics", false, "")));
  }
}
