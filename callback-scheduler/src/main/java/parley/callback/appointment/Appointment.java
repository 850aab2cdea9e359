package parley.callback.appointment;

import java.util.UUID;
import parley.callback.slot.Slot;

/// A time that somebody was promised. Immutable; any thread.
///
/// @param id also its name in calendars (UID)
/// @param about what it is about, for the people who prepare it
/// @param sequence how often it was changed (RFC 5545 SEQUENCE)
/// @param answer to the last invitation
public record Appointment(
    UUID id, Slot slot, Customer customer, String about, int sequence, State state, Answer answer) {

  /// How it stands.
  public enum State {
    /// Holds its calendars.
    BOOKED,
    /// The customer will not come; its calendars are free, and another time was asked for.
    DECLINED,
    CANCELLED
  }

  /// What the customer's calendar answered.
  public enum Answer {
    NONE,
    ACCEPTED,
    TENTATIVE,
    DECLINED
  }

  /// The same at another time, which has to be answered anew.
  Appointment movedTo(Slot other) {
    return new Appointment(id, other, customer, about, sequence + 1, State.BOOKED, Answer.NONE);
  }

  Appointment cancelled() {
    return new Appointment(id, slot, customer, about, sequence + 1, State.CANCELLED, answer);
  }

  /// An answer does not change the invitation, so the sequence stays.
  Appointment answered(Answer given) {
    State next = given == Answer.DECLINED ? State.DECLINED : state;
    return new Appointment(id, slot, customer, about, sequence, next, given);
  }

  /// What a customer's own words say is not for a log.
  @Override
  public String toString() {
    return "appointment " + id + "/" + sequence + " " + state;
  }
}
