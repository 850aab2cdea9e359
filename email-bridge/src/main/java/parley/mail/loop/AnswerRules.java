package parley.mail.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.config.MailRules;
import parley.config.MailRules.Treatment;

/// What is answered, and how often.
///
/// @param perSender each holds; several, since a loop that is slow enough passes any single one
/// @param perThread the same for one thread
/// @param answersInThread automatic ones in a thread's whole life
/// @param recipients in To and Cc together, beyond which a mail is no question to us
/// @param spam what is done with mail that a filter marked
/// @param forged what is done with mail whose sender is not who it says
public record AnswerRules(
    List<Window> perSender,
    List<Window> perThread,
    int answersInThread,
    int recipients,
    Treatment spam,
    Treatment forged) {

  /// At most so many answers within a time.
  public record Window(int answers, Duration within) {
    public Window {
      if (answers < 1 || !within.isPositive()) {
        throw new IllegalArgumentException("A limit is at least one answer in a time above 0");
      }
    }
  }

  public static final AnswerRules DEFAULT =
      new AnswerRules(
          List.of(
              new Window(6, Duration.ofHours(1)),
              new Window(15, Duration.ofDays(1)),
              new Window(60, Duration.ofDays(30))),
          List.of(new Window(4, Duration.ofHours(1)), new Window(8, Duration.ofDays(1))),
          20,
          20,
          Treatment.QUARANTINE,
          Treatment.QUARANTINE);

  public static AnswerRules of(MailRules.Answers answers) {
    return new AnswerRules(
        List.of(
            new Window(answers.senderHour(), Duration.ofHours(1)),
            new Window(answers.senderDay(), Duration.ofDays(1)),
            new Window(4 * answers.senderDay(), Duration.ofDays(30))),
        List.of(
            new Window(answers.threadHour(), Duration.ofHours(1)),
            new Window(answers.threadDay(), Duration.ofDays(1))),
        answers.thread(),
        DEFAULT.recipients,
        answers.spam(),
        answers.forged());
  }

  public AnswerRules {
    perSender = List.copyOf(perSender);
    perThread = List.copyOf(perThread);
    if (answersInThread < 1 || recipients < 1) {
      throw new IllegalArgumentException("Limits of answers are 1 at least");
    }
  }

  /// The limit that is reached, if one is.
  ///
  /// @param now of a clock that the history was written by
  public Optional<NoAnswer> limit(AnswerHistory history, Instant now) {
    if (isAnyFull(perSender, history.toSender(), now)) {
      return Optional.of(NoAnswer.SENDER_LIMIT);
    }
    boolean full =
        history.inThread().size() >= answersInThread
            || isAnyFull(perThread, history.inThread(), now);
    return full ? Optional.of(NoAnswer.THREAD_LIMIT) : Optional.empty();
  }

  private static boolean isAnyFull(List<Window> windows, List<Instant> times, Instant now) {
    return windows.stream().anyMatch(window -> isFull(window, times, now));
  }

  /// Times in the future count too: a clock that was set back must not open a limit.
  private static boolean isFull(Window window, List<Instant> times, Instant now) {
    Instant from = now.minus(window.within());
    return times.stream().filter(time -> time.isAfter(from)).count() >= window.answers();
  }
}
