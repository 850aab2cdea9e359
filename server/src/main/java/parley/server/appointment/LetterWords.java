package parley.server.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Letter;
import parley.callback.calendar.AppointmentKind;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.Span;
import parley.callback.letter.LetterTexts;
import parley.callback.letter.OpenPoints;
import parley.callback.slot.Slot;
import parley.callback.slot.SlotWish;

/// What letters say. Thread: any; blocks on the database.
public final class LetterWords {

  private static final int OFFERED = 3;

  private final CalendarBook book;
  private final String siteName;
  private final String usual;
  private final Function<SlotWish, List<Slot>> slots;
  private final OpenPoints openPoints;
  private final Clock clock;

  /// @param usual the site's language
  /// @param slots the best times for a wish
  public LetterWords(
      CalendarBook book,
      String siteName,
      String usual,
      Function<SlotWish, List<Slot>> slots,
      OpenPoints openPoints,
      Clock clock) {
    this.book = book;
    this.siteName = siteName;
    this.usual = usual;
    this.slots = slots;
    this.openPoints = openPoints;
    this.clock = clock;
  }

  /// @param title of the appointment
  record Written(String subject, String text, String title) {
    /// Mail text is not logged.
    @Override
    public String toString() {
      return "letter";
    }
  }

  Written of(String name, Letter letter, Appointment appointment) {
    String own = appointment.customer().language();
    String language = own.isEmpty() ? usual : own;
    Map<String, String> values = values(letter, appointment, language);
    String subject = name.equals("instead") ? "another-subject" : name + "-subject";
    return new Written(
        LetterTexts.of(book, language, subject, values),
        LetterTexts.of(book, language, name, values),
        values.getOrDefault("title", ""));
  }

  private Map<String, String> values(Letter letter, Appointment appointment, String language) {
    Slot slot = appointment.slot();
    Map<String, String> values = new HashMap<>();
    values.put("title", book.title(slot.kind(), language));
    values.put("when", LetterTexts.when(slot.local(), language));
    values.put("at", slot.place().isEmpty() ? "" : ", " + slot.place());
    values.put("site", siteName);
    values.put("name", orDash(appointment.customer().name()));
    values.put("number", orDash(appointment.customer().number().value()));
    values.put("about", orDash(appointment.about()));
    switch (letter.kind()) {
      case ANOTHER -> values.put("slots", offered(slot, language));
      case PREPARATION -> values.put("points", points(appointment));
      case CHASE -> values.put("task", letter.detail());
      case INVITATION, CHANGE, CANCELLATION, REMINDER -> {}
    }
    return values;
  }

  private String offered(Slot slot, String language) {
    AppointmentKind kind = book.kinds().get(slot.kind());
    if (kind == null) {
      return "-";
    }
    Instant now = clock.instant();
    Span within = new Span(now, now.plus(kind.ahead()));
    SlotWish wish =
        SlotWish.any(kind.name(), slot.zone(), within, book.goal(), OFFERED)
            .near(slot.span().from().plus(Duration.ofDays(1)));
    return slots.apply(wish).stream()
        .map(one -> LetterTexts.when(one.local(), language))
        .collect(Collectors.joining("; "));
  }

  private String points(Appointment appointment) {
    List<String> open = openPoints.of(appointment.customer().number());
    return open.isEmpty()
        ? "-"
        : open.stream().map(p -> "- " + p).collect(Collectors.joining("\n"));
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
