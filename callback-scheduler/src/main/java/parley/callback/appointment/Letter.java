package parley.callback.appointment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// Something that people are to be told about an appointment. Immutable; any thread.
///
/// @param id follows from the rest, so that the same letter is the same row
/// @param sequence of the appointment that it was written for
/// @param detail what else it is about, such as which reminder
/// @param at not earlier than this
public record Letter(
    UUID id, UUID appointment, Kind kind, int sequence, String detail, Instant at) {

  /// What it is for.
  public enum Kind {
    /// To the customer and the people: a time was booked.
    INVITATION,
    /// It was moved.
    CHANGE,
    CANCELLATION,
    /// To the customer who has declined: another time?
    ANOTHER,
    REMINDER,
    /// To the people: the agenda, and what is open with the customer.
    PREPARATION,
    /// To the people: what is to be done after it is due.
    CHASE
  }

  public static Letter of(UUID appointment, Kind kind, int sequence, String detail, Instant at) {
    String content = appointment + "/" + kind + "/" + sequence + "/" + detail;
    return new Letter(
        UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)),
        appointment,
        kind,
        sequence,
        detail,
        at);
  }
}
