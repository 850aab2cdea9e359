package parley.callback.letter;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.callback.calendar.CalendarBook;

/// The words of letters: those of config/appointments.yaml, or else these. Pure. Any thread.
public final class LetterTexts {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  /// Names of texts, and what they are when the file has none. `{...}` stands for a value.
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("invitation-subject", "Your appointment: {title}, {when}"),
          Map.entry(
              "invitation",
              "We look forward to your appointment: {title}, {when}{at}.\n\nPlease accept or decline"
                  + " the invitation in this mail. To change or cancel it, call us.\n\n{site}"),
          Map.entry("change-subject", "Changed: {title}, {when}"),
          Map.entry(
              "change",
              "Your appointment has changed. It is now {when}{at}: {title}.\n\nPlease accept or"
                  + " decline the invitation in this mail.\n\n{site}"),
          Map.entry("cancellation-subject", "Cancelled: {title}, {when}"),
          Map.entry("cancellation", "Your appointment {when} is cancelled: {title}.\n\n{site}"),
          Map.entry("another-subject", "Another time? {title}"),
          Map.entry(
              "another",
              "The time {when} does not suit you, and we have given it free.\n\nThese times are"
                  + " possible: {slots}.\n\nPropose one of them in your calendar, or call us.\n\n{site}"),
          Map.entry(
              "instead",
              "The time that you propose cannot be had; your appointment is still {when}.\n\nThese"
                  + " times are possible: {slots}.\n\nPropose one of them in your calendar, or call"
                  + " us.\n\n{site}"),
          Map.entry(
              "mail-moved",
              "Your appointment is on {when} now: {title}. The new invitation is in a mail of its"
                  + " own; please accept it."),
          Map.entry("mail-cancelled", "Your appointment on {when} is cancelled: {title}."),
          Map.entry(
              "mail-not-moved",
              "I am sorry, that time cannot be had. Your appointment is still on {when}: {title}."
                  + "\n\nThese times are possible: {slots}.\n\nSimply reply with the one that suits"
                  + " you."),
          Map.entry(
              "mail-which",
              "Which time would suit you better? Until then your appointment stays on {when}:"
                  + " {title}.\n\nThese times are possible: {slots}.\n\nSimply reply with the one"
                  + " that suits you, or with another."),
          Map.entry("reminder-subject", "Reminder: {title}, {when}"),
          Map.entry("reminder", "We expect you {when}{at}: {title}.\n\n{site}"),
          Map.entry("remind-by-call-subject", "Please call: {title}, {when}"),
          Map.entry(
              "remind-by-call",
              "Please call {name} ({number}) and say when the appointment is: {when}{at}, {title}."),
          Map.entry("preparation-subject", "Next: {title}, {when}"),
          Map.entry(
              "preparation",
              "{title} with {name}, {when}{at}.\n\nAbout: {about}\n\nStill open from earlier"
                  + " conversations:\n{points}"),
          Map.entry("chase-subject", "To be done: {task}"),
          Map.entry("chase", "After the appointment with {name}, {when} ({title}): {task}"));

  private LetterTexts() {}

  /// The text with the values in their places; a value that is not there is nothing.
  public static String of(
      CalendarBook book, String language, String name, Map<String, String> values) {
    String own = book.text(language, name);
    String text = own.isEmpty() ? USUAL.getOrDefault(name, "") : own;
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")))
        .strip();
  }

  /// A time as people write it.
  public static String when(LocalDateTime at, String language) {
    Locale locale = Locale.of(language.isEmpty() ? "en" : language);
    return at.format(
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale))
        .replace('\u202f', ' ');
  }
}
