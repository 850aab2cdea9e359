package parley.dialogue.escalation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import parley.dialogue.files.Fields;

/// Reads `time: {from: "18:00", to: "08:00", days: [sat, sun]}`. Left out: from or to midnight, all
/// days.
final class HoursReader {

  private static final Set<String> KEYS = Set.of("from", "to", "days");
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private HoursReader() {}

  static Hours read(Fields fields) {
    fields.allowOnly(KEYS);
    if (fields.all().isEmpty()) {
      fields.problem(
          fields.line(), "`time` is empty.", "Expected one or more of from, to and days.");
    }
    List<DayOfWeek> days = new ArrayList<>();
    for (String day : fields.texts("days")) {
      int index = DAYS.indexOf(day.toLowerCase(Locale.ROOT));
      if (index < 0) {
        fields.problem(
            fields.line("days"),
            "There is no day `" + day + "`.",
            "Expected " + String.join(", ", DAYS) + ".");
      } else {
        days.add(DayOfWeek.of(index + 1));
      }
    }
    return new Hours(clock(fields, "from"), clock(fields, "to"), Set.copyOf(days));
  }

  static String day(DayOfWeek day) {
    return DAYS.get(day.getValue() - 1);
  }

  private static LocalTime clock(Fields fields, String key) {
    String text = fields.optionalText(key).orElse("00:00");
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException _) {
      fields.problem(
          fields.line(key),
          "`" + key + "` is `" + text + "`.",
          "Expected a time such as \"18:30\".");
      return LocalTime.MIDNIGHT;
    }
  }
}
