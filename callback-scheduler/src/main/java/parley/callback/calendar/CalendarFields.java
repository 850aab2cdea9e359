package parley.callback.calendar;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.files.Fields;

/// Reads one item of `calendars`.
final class CalendarFields {

  private static final Set<String> KEYS =
      Set.of(
          "name",
          "kind",
          "title",
          "mail",
          "zone",
          "place",
          "groups",
          "hours",
          "exceptions",
          "busy");
  private static final Set<String> FEED_KEYS =
      Set.of("url", "caldav", "user", "password-file", "every");
  private static final String NAME = "[a-z][a-z0-9-]{0,29}";
  private static final String MAIL = "[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,190}";

  private final Path home;
  private final ZoneId usual;

  CalendarFields(Path home, ZoneId usual) {
    this.home = home;
    this.usual = usual;
  }

  ResourceCalendar read(Fields item) {
    item.allowOnly(KEYS);
    String name = matching(item, "name", item.text("name"), NAME, "small letters, digits and -");
    Set<String> groups = new HashSet<>(item.texts("groups"));
    groups.add(name);
    return new ResourceCalendar(
        name,
        room(item),
        item.optionalText("title").orElse(name),
        item.optionalText("mail")
            .map(mail -> matching(item, "mail", mail, MAIL, "a mail address"))
            .orElse(""),
        zone(item),
        item.optionalText("place").orElse(""),
        groups,
        HoursFields.weekly(item),
        HoursFields.exceptions(item),
        item.has("busy") ? item.below("busy").flatMap(this::feed) : Optional.empty());
  }

  private static String matching(
      Fields item, String key, String text, String form, String expected) {
    if (!text.isEmpty() && !text.matches(form)) {
      item.problem(
          item.line(key), "`" + key + "` is `" + text + "`.", "Expected " + expected + ".");
    }
    return text;
  }

  private static boolean room(Fields item) {
    String kind = item.optionalText("kind").orElse("person");
    if (!kind.equals("person") && !kind.equals("room")) {
      item.problem(item.line("kind"), "`kind` is `" + kind + "`.", "Expected " + "person or room.");
    }
    return kind.equals("room");
  }

  private ZoneId zone(Fields item) {
    String zone = item.optionalText("zone").orElse(usual.getId());
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException _) {
      item.problem(
          item.line("zone"),
          "`zone` is `" + zone + "`.",
          "Expected a zone of the IANA database such as Europe/Berlin.");
      return usual;
    }
  }

  private Optional<Feed> feed(Fields fields) {
    fields.allowOnly(FEED_KEYS);
    Duration every =
        Lengths.of(
            fields, "every", Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofDays(1));
    return url(fields)
        .map(url ->
            new Feed(
                url,
                fields.flag("caldav", false),
                fields.optionalText("user").orElse(""),
                fields.optionalText("password-file").map(home::resolve),
                every));
  }

  private static Optional<URI> url(Fields fields) {
    String text = fields.text("url");
    try {
      URI url = URI.create(text);
      String scheme = String.valueOf(url.getScheme());
      boolean here = Set.of("127.0.0.1", "localhost").contains(String.valueOf(url.getHost()));
      if (scheme.equals("https") || scheme.equals("file") || (scheme.equals("http") && here)) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    if (!text.isEmpty()) {
      fields.problem(
          fields.line("url"),
          "`url` is no address that a feed is read from.",
          "Expected one that begins with https://, file:/, or http:// on this machine.");
    }
    return Optional.empty();
  }
}
