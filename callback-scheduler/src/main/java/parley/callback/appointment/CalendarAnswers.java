package parley.callback.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What customers' calendars answer to invitations (RFC 5546). The same answer twice changes
/// nothing the second time. Thread: any; blocks on the store.
public final class CalendarAnswers {

  private static final int TRIES = 3;

  private final AppointmentStore store;
  private final AppointmentDesk desk;
  private final Runnable written;
  private final Clock clock;

  public CalendarAnswers(
      AppointmentStore store, AppointmentDesk desk, Runnable written, Clock clock) {
    this.store = store;
    this.desk = desk;
    this.written = written;
    this.clock = clock;
  }

  /// What came of an answer.
  public enum Taken {
    ACCEPTED,
    TENTATIVE,
    /// The time is free again, and the customer is asked for another.
    DECLINED,
    /// The customer's counterproposal was booked.
    MOVED,
    /// The counterproposal cannot be had; the customer was told so and asked again.
    NOT_MOVED,
    /// To an invitation that has changed since, or said before.
    OLD,
    /// Of no appointment, or of somebody who is not its customer.
    UNKNOWN
  }

  /// An answer as it came by mail.
  ///
  /// @param uid the event's name
  /// @param from the sender's address
  /// @param proposed of a COUNTER: the start that the customer wants
  public record Answer(
      String uid, int sequence, String from, Appointment.Answer given, Optional<Instant> proposed) {

    /// Words of a stranger are not for a log.
    @Override
    public String toString() {
      return "answer " + given;
    }
  }

  public Taken take(Answer answer) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Appointment> found =
          id(answer.uid())
              .flatMap(store::find)
              .filter(one -> one.customer().mail().equalsIgnoreCase(answer.from()));
      if (found.isEmpty()) {
        return Taken.UNKNOWN;
      }
      Appointment before = found.get();
      boolean over = !before.slot().span().from().isAfter(clock.instant());
      if (answer.sequence() < before.sequence()
          || before.state() == Appointment.State.CANCELLED
          || over) {
        return Taken.OLD;
      }
      if (answer.proposed().isPresent()) {
        return countered(before, answer.proposed().get());
      }
      if (before.answer() == answer.given()) {
        return Taken.OLD;
      }
      Optional<Taken> taken = answered(before, answer.given());
      if (taken.isPresent()) {
        return taken.get();
      }
    }
    return Taken.OLD;
  }

  /// Empty when somebody else was faster.
  private Optional<Taken> answered(Appointment before, Appointment.Answer given) {
    Instant now = clock.instant();
    if (before.state() == Appointment.State.DECLINED) {
      // The time was given away: it takes a new booking.
      return Optional.of(Taken.OLD);
    }
    List<Letter> letters =
        given == Appointment.Answer.DECLINED
            ? List.of(Letter.of(before.id(), Letter.Kind.ANOTHER, before.sequence(), "", now))
            : List.of();
    if (!store.keep(Optional.of(before), before.answered(given), _ -> true, letters, now)) {
      return Optional.empty();
    }
    written.run();
    return Optional.of(
        switch (given) {
          case ACCEPTED -> Taken.ACCEPTED;
          case TENTATIVE, NONE -> Taken.TENTATIVE;
          case DECLINED -> Taken.DECLINED;
        });
  }

  private Taken countered(Appointment before, Instant proposed) {
    LocalDateTime at = LocalDateTime.ofInstant(proposed, before.slot().zone());
    if (desk.move(before.id(), at) instanceof Booked.Done) {
      return Taken.MOVED;
    }
    Instant now = clock.instant();
    Letter letter =
        Letter.of(before.id(), Letter.Kind.ANOTHER, before.sequence(), "counter " + at, now);
    boolean kept = store.keep(Optional.of(before), before, _ -> true, List.of(letter), now);
    if (kept) {
      written.run();
    }
    return Taken.NOT_MOVED;
  }

  private static Optional<UUID> id(String uid) {
    try {
      return Optional.of(UUID.fromString(uid.replaceFirst("@.*", "")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
