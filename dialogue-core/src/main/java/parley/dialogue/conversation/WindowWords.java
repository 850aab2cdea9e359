package parley.dialogue.conversation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.prompts.Prompt;

/// A promised time as it is said: day and hours of the callee's own clock. Pure.
final class WindowWords {

  private final Locale locale;

  WindowWords(Tools tools) {
    this.locale = Locale.of(tools.language());
  }

  String of(Scene scene, CallbackWindow window) {
    ZonedDateTime from = window.from().atZone(window.zone());
    ZonedDateTime until = window.until().atZone(window.zone());
    String words = plain(scene, from, until);
    ZoneId site = scene.line.began().getZone();
    boolean elsewhere = !site.getRules().getOffset(window.from()).equals(from.getOffset());
    return elsewhere ? scene.wording(Prompt.WINDOW_YOUR_TIME, Map.of("window", words)) : words;
  }

  private String plain(Scene scene, ZonedDateTime from, ZonedDateTime until) {
    LocalDate day = from.toLocalDate();
    if (!until.minusNanos(1).toLocalDate().equals(day)) {
      return scene.wording(
          Prompt.WINDOW_DAYS, Map.of("from", dayAndTime(from), "until", dayAndTime(until)));
    }
    Map<String, String> hours = Map.of("from", time(from), "until", time(until));
    LocalDate today = scene.line.began().withZoneSameInstant(from.getZone()).toLocalDate();
    if (day.equals(today)) {
      return scene.wording(Prompt.WINDOW_TODAY, hours);
    }
    Map<String, String> dated = Map.of("day", day(from), "from", time(from), "until", time(until));
    return scene.wording(
        day.equals(today.plusDays(1)) ? Prompt.WINDOW_TOMORROW : Prompt.WINDOW_DAY, dated);
  }

  private String dayAndTime(ZonedDateTime at) {
    return day(at) + ", " + time(at);
  }

  /// Without the year: nobody is promised a call so far ahead.
  private String day(ZonedDateTime at) {
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.FULL, null, IsoChronology.INSTANCE, locale);
    return DateTimeFormatter.ofPattern(pattern.replaceFirst(",?\\s+y+(?=$|[ ,'])", ""), locale)
        .format(at);
  }

  /// CLDR puts a narrow space before PM, which is no space to a voice.
  private String time(ZonedDateTime at) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(locale)
        .format(at)
        .replace('\u202f', ' ');
  }
}
