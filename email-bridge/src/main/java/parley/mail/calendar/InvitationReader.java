package parley.mail.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.mail.header.OneLine;

/// Reads the first event of a calendar (RFC 5545): only what a service desk needs of it.
/// Repetitions and alarms are left out.
public final class InvitationReader {

  private static final int LONGEST_TEXT = 200;
  private static final int MOST_LINES = 5000;

  private InvitationReader() {}

  /// One line of a calendar.
  ///
  /// @param parameters in capitals before `=`
  record Property(String name, Map<String, String> parameters, String value) {}

  /// @param method from the part's Content-Type, where the calendar has none
  /// @return empty where there is no event
  public static Optional<Invitation> read(String calendar, String method) {
    List<Property> properties = properties(calendar);
    List<Property> event = between(properties, "VEVENT");
    if (event.isEmpty()) {
      return Optional.empty();
    }
    EventTimes times = new EventTimes(between(properties, "VTIMEZONE"));
    String told = value(properties, "METHOD");
    return Optional.of(
        new Invitation(
            word(told.isEmpty() ? method : told),
            OneLine.of(value(event, "UID"), LONGEST_TEXT),
            number(value(event, "SEQUENCE")),
            find(event, "DTSTART").flatMap(times::instant),
            find(event, "DTEND").flatMap(times::instant),
            text(value(event, "SUMMARY")),
            text(value(event, "LOCATION")),
            find(event, "ATTENDEE")
                .map(property -> word(property.parameters().getOrDefault("PARTSTAT", "")))
                .filter(_ -> word(told.isEmpty() ? method : told).equals("REPLY"))
                .orElse("")));
  }

  private static String word(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z-]", "");
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  private static String text(String escaped) {
    return OneLine.of(
        escaped.replaceAll("\\\\[nN]", " ").replaceAll("\\\\(.)", "$1"), LONGEST_TEXT);
  }

  private static Optional<Property> find(List<Property> properties, String name) {
    return properties.stream().filter(property -> property.name().equals(name)).findFirst();
  }

  private static String value(List<Property> properties, String name) {
    return find(properties, name).map(Property::value).orElse("");
  }

  /// What stands in the first component of a name, without components inside it.
  private static List<Property> between(List<Property> properties, String component) {
    List<Property> inside = new ArrayList<>();
    boolean open = false;
    int deeper = 0;
    for (Property property : properties) {
      boolean begin = property.name().equals("BEGIN");
      boolean end = property.name().equals("END");
      if (!open) {
        open = begin && property.value().equalsIgnoreCase(component);
      } else if (end && deeper == 0) {
        return inside;
      } else if (begin || end) {
        deeper += begin ? 1 : -1;
      } else if (deeper == 0) {
        inside.add(property);
      }
    }
    return inside;
  }

  private static List<Property> properties(String calendar) {
    String unfolded = calendar.replaceAll("\\r?\\n[ \\t]", "");
    return unfolded.lines().limit(MOST_LINES).flatMap(line -> property(line).stream()).toList();
  }

  private static Optional<Property> property(String line) {
    int colon = unquoted(line, ':', 0);
    if (colon <= 0) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    String[] named = line.substring(0, colon).split(";");
    for (int i = 1; i < named.length; i++) {
      int equals = named[i].indexOf('=');
      if (equals > 0) {
        parameters.put(
            named[i].substring(0, equals).strip().toUpperCase(Locale.ROOT),
            named[i].substring(equals + 1).replace("\"", "").strip());
      }
    }
    return Optional.of(
        new Property(
            named[0].strip().toUpperCase(Locale.ROOT),
            parameters,
            line.substring(colon + 1).strip()));
  }

  private static int unquoted(String line, char wanted, int from) {
    boolean quoted = false;
    for (int i = from; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      if (line.charAt(i) == wanted && !quoted) {
        return i;
      }
    }
    return -1;
  }
}
