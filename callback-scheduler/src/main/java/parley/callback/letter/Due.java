package parley.callback.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Letter;
import parley.callback.calendar.AfterTask;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.Reminder;

/// What the rules say is due. Pure.
public final class Due {

  private Due() {}

  /// Reminders and the agenda of an appointment that are due by now. One whose hour was over when
  /// the appointment was booked or moved is left out: the invitation has just come.
  public static List<Letter> letters(LetterStore.Upcoming one, CalendarBook book, Instant now) {
    Appointment appointment = one.appointment();
    Instant start = appointment.slot().span().from();
    List<Letter> due = new ArrayList<>();
    if (!now.isBefore(start)) {
      return due;
    }
    for (Reminder reminder : book.reminders()) {
      Instant at = start.minus(reminder.before());
      if (!at.isAfter(now) && at.isAfter(one.changedAt())) {
        String detail = RemindingCalls.detail(reminder.byCall()) + reminder.before();
        due.add(letter(appointment, Letter.Kind.REMINDER, detail, at));
      }
    }
    book.prepare()
        .map(start::minus)
        .filter(at -> !at.isAfter(now))
        .ifPresent(at -> due.add(letter(appointment, Letter.Kind.PREPARATION, "", at)));
    return due;
  }

  private static Letter letter(
      Appointment appointment, Letter.Kind kind, String detail, Instant at) {
    return Letter.of(appointment.id(), kind, appointment.sequence(), detail, at);
  }

  /// What is to be done after an appointment that is over.
  public static List<LetterStore.Task> tasks(Appointment over, CalendarBook book) {
    List<LetterStore.Task> tasks = new ArrayList<>();
    for (AfterTask task : book.tasks()) {
      String content = over.id() + "/" + task.what();
      tasks.add(
          new LetterStore.Task(
              UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)),
              over.id(),
              task.what(),
              over.slot().span().until().plus(task.due())));
    }
    return tasks;
  }
}
