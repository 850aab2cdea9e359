package parley.callback.calendar;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.files.Fields;

/// Reads `kinds`, and checks that everything they need is there.
final class KindFields {

  private static final Set<String> KEYS =
      Set.of(
          "name", "title", "at", "needs", "length", "before", "after", "notice", "ahead", "step");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration YEAR = Duration.ofDays(366);

  private KindFields() {}

  static Map<String, AppointmentKind> read(Fields top) {
    Map<String, AppointmentKind> kinds = new LinkedHashMap<>();
    for (Fields item : top.has("kinds") ? top.list("kinds") : List.<Fields>of()) {
      AppointmentKind kind = kind(item);
      if (kinds.putIfAbsent(kind.name(), kind) != null) {
        item.problem(
            item.line("name"),
            "The kind `" + kind.name() + "` is there twice.",
            "Kinds have names of their own: rename one.");
      }
    }
    return kinds;
  }

  private static AppointmentKind kind(Fields item) {
    item.allowOnly(KEYS);
    String at = item.optionalText("at").orElse("place");
    if (!at.equals("place") && !at.equals("telephone")) {
      item.problem(item.line("at"), "`at` is `" + at + "`.", "Expected place or telephone.");
    }
    return new AppointmentKind(
        item.text("name"),
        item.below("title")
            .map(titles ->
                titles.all().keySet().stream()
                    .collect(Collectors.toMap(language -> language, titles::text)))
            .orElse(Map.of()),
        at.equals("telephone"),
        needs(item),
        Lengths.of(item, "length", Duration.ofMinutes(30), Duration.ofMinutes(5), DAY),
        Lengths.of(item, "before", Duration.ZERO, Duration.ZERO, DAY),
        Lengths.of(item, "after", Duration.ZERO, Duration.ZERO, DAY),
        Lengths.of(item, "notice", Duration.ofHours(1), Duration.ZERO, YEAR),
        Lengths.of(item, "ahead", Duration.ofDays(90), DAY, YEAR),
        Lengths.of(item, "step", Duration.ofMinutes(15), Duration.ofMinutes(5), DAY));
  }

  private static List<String> needs(Fields item) {
    List<String> needs = item.texts("needs");
    if (needs.isEmpty()) {
      item.problem(
          item.line("needs"),
          "`needs` is missing or empty.",
          "Expected the groups or names of calendars, one of each of which is held.");
    }
    return needs;
  }

  static void check(Fields top, CalendarBook book) {
    if (!top.has("kinds")) {
      return;
    }
    Set<String> groups =
        book.calendars().values().stream()
            .flatMap(calendar -> calendar.groups().stream())
            .collect(Collectors.toSet());
    for (Fields item : top.list("kinds")) {
      for (String need : item.texts("needs")) {
        if (!groups.contains(need)) {
          item.problem(
              item.line("needs"),
              "`needs` names `" + need + "`, which no calendar is or belongs to.",
              "Expected " + Fields.near(need, groups));
        }
      }
    }
  }
}
