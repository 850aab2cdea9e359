package parley.dialogue.conversation;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.Outbound;

/// What a conversation remembers of calling back. Immutable.
///
/// @param queue the skill that is wanted; empty for anybody
/// @param moving the promise that is being given another time; empty where a new one is made
/// @param made the call that keeps a promise, where this is one
/// @param hours whether calls are promised with an hour
record CallbackMemory(
    Wish wish, String queue, Optional<UUID> moving, Optional<Outbound> made, boolean hours) {

  static final CallbackMemory NONE =
      new CallbackMemory(
          new Wish(Spoken.NOTHING, Optional.empty(), Optional.empty(), false, 0),
          "",
          Optional.empty(),
          Optional.empty(),
          false);

  /// What was told so far.
  ///
  /// @param when the words that named the time last, read again once the zone is known
  /// @param zone of who is to be called, where they told it
  /// @param number where another one than the caller's was told
  /// @param keepsPlace the call comes as soon as it is their turn
  /// @param zoneAsked how often the zone was asked for
  record Wish(
      Spoken when,
      Optional<ZoneId> zone,
      Optional<PhoneNumber> number,
      boolean keepsPlace,
      int zoneAsked) {

    /// A time takes the place of the place in the queue.
    Wish when(Spoken words) {
      return words.isEmpty() ? this : new Wish(words, zone, number, false, zoneAsked);
    }

    Wish in(ZoneId other) {
      return new Wish(when, Optional.of(other), number, keepsPlace, zoneAsked);
    }

    Wish to(Optional<PhoneNumber> other) {
      return new Wish(when, zone, other, keepsPlace, zoneAsked);
    }

    Wish keepingPlace() {
      return new Wish(Spoken.NOTHING, zone, number, true, zoneAsked);
    }

    Wish zoneAskedAgain() {
      return new Wish(when, zone, number, keepsPlace, zoneAsked + 1);
    }
  }

  CallbackMemory with(Wish other) {
    return new CallbackMemory(other, queue, moving, made, hours);
  }

  CallbackMemory inQueue(String skill) {
    return new CallbackMemory(wish, skill, moving, made, hours);
  }

  CallbackMemory moving(UUID callback) {
    return new CallbackMemory(wish, queue, Optional.of(callback), made, hours);
  }

  /// Nothing is being arranged any more.
  CallbackMemory settled() {
    return new CallbackMemory(NONE.wish, queue, Optional.empty(), made, hours);
  }

  CallbackMemory making(Optional<Outbound> call, boolean withHours) {
    return new CallbackMemory(wish, queue, moving, call, withHours);
  }
}
