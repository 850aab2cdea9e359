package parley.callback.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import parley.dialogue.files.Problem;
import parley.dialogue.files.Problems;

/// Calendars as files that tests write.
public final class TestBooks {

  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /// Two advisors in town, one of them on Saturdays too, and a room; a fitter who travels.
  public static final String SHOP =
      """
      mailbox: shop
      calendars:
        - name: alex
          title: Alex
          mail: alex@shop.example
          place: center
          groups: [advisor]
          hours: {mon-fri: "09:00-12:00, 13:00-17:00"}
          exceptions:
            - {day: 2026-12-24, hours: "09:00-12:00"}
            - {day: 2026-12-25, hours: closed}
        - name: maria
          place: center
          groups: [advisor]
          hours: {mon-sat: 10:00-16:00}
        - name: room-1
          kind: room
          place: center
          groups: [room]
          hours: {mon-sun: 08:00-20:00}
        - name: fitter
          place: depot
          hours: {mon-fri: 08:00-18:00}
        - name: room-north
          kind: room
          place: north
          hours: {mon-fri: 08:00-18:00}
        - name: room-south
          kind: room
          place: south
          hours: {mon-fri: 08:00-18:00}
      kinds:
        - name: advice
          title: {en: advice in the shop, de: Beratung}
          needs: [advisor, room]
          length: 45m
          after: 15m
        - name: call
          title: {en: advice by telephone}
          at: telephone
          needs: [advisor]
          length: 30m
        - name: fitting-north
          title: {en: fitting}
          needs: [fitter, room-north]
          length: 1h
        - name: fitting-south
          title: {en: fitting}
          needs: [fitter, room-south]
          length: 1h
      travel:
        - {from: north, to: south, takes: 40m}
        - {from: depot, to: north, takes: 10m}
        - {from: depot, to: south, takes: 30m}
      """;

  private TestBooks() {}

  public static CalendarBook shop() {
    return read(SHOP);
  }

  public static CalendarBook read(String yaml) {
    Problems problems = new Problems();
    CalendarBook book = read(yaml, problems);
    problems.throwIfAny();
    return book;
  }

  public static AppointmentKind kind(CalendarBook book, String name) {
    return Objects.requireNonNull(book.kinds().get(name));
  }

  public static ResourceCalendar calendar(CalendarBook book, String name) {
    return Objects.requireNonNull(book.calendars().get(name));
  }

  public static List<String> problems(String yaml) {
    Problems problems = new Problems();
    CalendarBook _ = read(yaml, problems);
    return problems.sorted().stream().map(Problem::toString).toList();
  }

  private static CalendarBook read(String yaml, Problems problems) {
    try {
      Path file = Files.createTempFile("appointments", ".yaml");
      try {
        Files.writeString(file, yaml);
        return CalendarFile.read(Path.of("."), file, ZONE, problems);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
