package parley.callback.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Letter;
import parley.callback.calendar.Span;
import parley.callback.work.NewCallback;

/// Letters that wait, and what is to be done after appointments. Port: `db` implements it. Each
/// method is one transaction; several processes may ask at once, and each letter is given to one of
/// them. Thread: any.
public interface LetterStore {

  /// A letter with its appointment as it is now.
  record Pending(Letter letter, Appointment appointment) {}

  /// An appointment that is booked, and when that was last changed.
  record Upcoming(Appointment appointment, Instant changedAt) {}

  /// Something that is to be done after an appointment.
  ///
  /// @param id follows from the appointment and the task, so that it is there once
  record Task(UUID id, UUID appointment, String what, Instant due) {}

  /// The next letter that is due; nobody else gets it before `until`.
  Optional<Pending> claim(Instant now, Instant until);

  /// Has the customer called instead of written to, together with the appointment: when that is
  /// moved, cancelled or begins, they are not called any more. A call whose id is known changes
  /// nothing.
  ///
  /// @return false, and nothing is changed, when the appointment is not as it was read
  boolean remindByCall(Pending pending, NewCallback call, Instant now);

  /// @param outdated it was not sent, because the appointment has changed since
  void done(UUID letter, boolean outdated, Instant now);

  /// Those that are booked and begin within a stretch of time.
  List<Upcoming> upcoming(Span within);

  /// Those that are booked and have ended within a stretch of time.
  List<Appointment> ended(Span within);

  /// Adds what is not there yet.
  void add(List<Letter> letters, Instant now);

  /// Adds what is not there yet.
  void addTasks(List<Task> tasks);

  /// Has the people of each open task that is due told once more, and again after `every`.
  ///
  /// @return how many
  int chase(Instant now, Duration every);

  /// Open ones, those due first first.
  List<Task> tasks(int most);

  /// @return whether there was an open one whose id begins so, and no other
  boolean closeTask(String prefix, Instant now);
}
