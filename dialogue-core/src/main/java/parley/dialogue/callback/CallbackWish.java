package parley.dialogue.callback;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import parley.dialogue.call.PhoneNumber;

/// That somebody wants to be called, and when. Hours are those of the callee's own clock.
///
/// @param number as it was told or seen
/// @param zone of the callee, where they have said it; else it follows from the number
/// @param queue the skill that is wanted, empty for anybody
/// @param from inclusive; empty: as soon as possible
/// @param until exclusive; empty: any time from then on ("after four")
public record CallbackWish(
    PhoneNumber number,
    Optional<ZoneId> zone,
    String queue,
    Optional<LocalDateTime> from,
    Optional<LocalDateTime> until) {

  /// As soon as somebody can.
  public static CallbackWish soon(PhoneNumber number, String queue) {
    return new CallbackWish(number, Optional.empty(), queue, Optional.empty(), Optional.empty());
  }
}
