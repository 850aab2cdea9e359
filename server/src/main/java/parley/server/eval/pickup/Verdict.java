package parley.server.eval.pickup;

import java.util.OptionalLong;

/// What was made of one who picked up. All times are ms since the answer.
///
/// @param machine what it was taken for at last
/// @param greetedMs when Parley began to speak as to a person; empty: never
/// @param machineMs when it was known for a machine; empty: never
/// @param messageMs when Parley began to leave its message; empty: never
/// @param deadAirMs how long a person had been silent after their first words when Parley began to
///   speak; empty where they said nothing before
/// @param toneEndMs when the machine's last tone was over; empty: not known
record Verdict(
    Greeting greeting,
    boolean machine,
    OptionalLong greetedMs,
    OptionalLong machineMs,
    OptionalLong messageMs,
    OptionalLong deadAirMs,
    OptionalLong toneEndMs) {

  boolean right() {
    return machine == (greeting.label() == Label.MACHINE);
  }

  /// A machine that was spoken to as to a person, until its words told.
  boolean greetedFirst() {
    return greeting.label() == Label.MACHINE && machine && greetedMs.isPresent();
  }

  /// Whether the message began before the tone was over, so that its beginning is not recorded.
  boolean tooEarly() {
    return messageMs.isPresent()
        && toneEndMs.isPresent()
        && messageMs.getAsLong() < toneEndMs.getAsLong();
  }
}
