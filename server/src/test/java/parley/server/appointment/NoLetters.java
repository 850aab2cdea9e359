package parley.server.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Letter;
import parley.callback.calendar.Span;
import parley.callback.letter.LetterStore;
import parley.callback.work.NewCallback;

/// Holds no letters and no tasks.
final class NoLetters implements LetterStore {

  @Override
  public Optional<Pending> claim(Instant now, Instant until) {
    return Optional.empty();
  }

  @Override
  public boolean remindByCall(Pending pending, NewCallback call, Instant now) {
    return false;
  }

  @Override
  public void done(UUID letter, boolean outdated, Instant now) {}

  @Override
  public List<Upcoming> upcoming(Span within) {
    return List.of();
  }

  @Override
  public List<Appointment> ended(Span within) {
    return List.of();
  }

  @Override
  public void add(List<Letter> letters, Instant now) {}

  @Override
  public void addTasks(List<Task> tasks) {}

  @Override
  public int chase(Instant now, Duration every) {
    return 0;
  }

  @Override
  public List<Task> tasks(int most) {
    return List.of();
  }

  @Override
  public boolean closeTask(String prefix, Instant now) {
    return false;
  }
}
