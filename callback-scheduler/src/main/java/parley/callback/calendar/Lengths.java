package parley.callback.calendar;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.dialogue.files.Fields;

/// Lengths of time in a file: `45m`, `2h`, `3d`.
final class Lengths {

  private static final Pattern FORM = Pattern.compile("(\\d{1,5})(m|h|d)");

  private Lengths() {}

  /// The length, or `otherwise` where there is none or it is wrong, which is told.
  static Duration of(Fields fields, String key, Duration otherwise, Duration least, Duration most) {
    return fields
        .optionalText(key)
        .map(text -> read(fields, key, text, otherwise, least, most))
        .orElse(otherwise);
  }

  private static Duration read(
      Fields fields, String key, String text, Duration otherwise, Duration least, Duration most) {
    Matcher parts = FORM.matcher(text);
    if (parts.matches()) {
      int number = Integer.parseInt(parts.group(1));
      Duration length =
          switch (parts.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
          };
      if (length.compareTo(least) >= 0 && length.compareTo(most) <= 0) {
        return length;
      }
    }
    fields.problem(
        fields.line(key),
        "`" + key + "` is `" + text + "`.",
        "Expected a time from " + shown(least) + " to " + shown(most) + ", such as 45m, 2h or 3d.");
    return otherwise;
  }

  private static String shown(Duration length) {
    if (length.toMinutes() % (24 * 60) == 0 && !length.isZero()) {
      return length.toDays() + "d";
    }
    return length.toMinutes() % 60 == 0 && !length.isZero()
        ? length.toHours() + "h"
        : length.toMinutes() + "m";
  }
}
