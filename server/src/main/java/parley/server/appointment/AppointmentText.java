package parley.server.appointment;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Booked;
import parley.callback.letter.LetterStore;
import parley.callback.slot.Slot;

/// Appointments in words for a terminal. Customers' numbers and addresses are not shown.
final class AppointmentText {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
  private static final int SHOWN_OF_ID = 8;

  private AppointmentText() {}

  static String when(Slot slot) {
    return WHEN.format(slot.local());
  }

  static String list(List<Appointment> appointments) {
    if (appointments.isEmpty()) {
      return "There are no appointments in that time.\n";
    }
    return appointments.stream()
        .map(one ->
            "%s  %s  %-12s %-9s %-9s %s%s%n"
                .formatted(
                    id(one),
                    when(one.slot()),
                    one.slot().kind(),
                    one.state().name().toLowerCase(Locale.ROOT),
                    one.answer() == Appointment.Answer.NONE
                        ? "-"
                        : one.answer().name().toLowerCase(Locale.ROOT),
                    String.join(", ", one.slot().calendars()),
                    one.customer().name().isEmpty() ? "" : "  " + one.customer().name()))
        .collect(Collectors.joining());
  }

  static String id(Appointment one) {
    return one.id().toString().substring(0, SHOWN_OF_ID);
  }

  static String slots(List<Slot> slots) {
    return slots.stream()
        .map(slot ->
            "%s  %s%s%n"
                .formatted(
                    when(slot),
                    String.join(", ", slot.calendars()),
                    slot.place().isEmpty() ? "" : "  (" + slot.place() + ")"))
        .collect(Collectors.joining());
  }

  /// Why a time cannot be had, and the nearest that can, in one sentence.
  static String refused(String why, Booked.Refused refused) {
    return refused.nearest().isEmpty()
        ? why + ", and nothing near it can be had."
        : why
            + "; the nearest possible: "
            + refused.nearest().stream()
                .map(AppointmentText::when)
                .collect(Collectors.joining(", "))
            + ".";
  }

  static String tasks(List<LetterStore.Task> tasks, ZoneId zone) {
    return tasks.stream()
        .map(task ->
            "%s  due %s  %s%n"
                .formatted(
                    task.id().toString().substring(0, SHOWN_OF_ID),
                    WHEN.format(task.due().atZone(zone)),
                    task.what()))
        .collect(Collectors.joining());
  }
}
