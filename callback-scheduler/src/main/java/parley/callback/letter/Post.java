package parley.callback.letter;

import parley.callback.appointment.Appointment;
import parley.callback.appointment.Letter;

/// Brings letters on their way. Port: the server does it with its mail. Thread: any.
@FunctionalInterface
public interface Post {

  /// Hands a letter over for good. The same letter twice is one mail: who dies between handing it
  /// over and noting that, has it handed over again.
  ///
  /// @throws RuntimeException when it cannot be done now; it is tried again later
  void send(Letter letter, Appointment appointment);
}
