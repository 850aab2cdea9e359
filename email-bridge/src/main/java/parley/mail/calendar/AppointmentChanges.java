package parley.mail.calendar;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import parley.dialogue.call.Spoken;

/// Changes appointments that customers write about in words of their own. Port: the server gives it
/// to whoever keeps appointments. Thread: any; the same mail may come twice.
@FunctionalInterface
public interface AppointmentChanges {

  /// What a customer wants of an appointment of theirs; empty where a person has to look, or it is
  /// about something else. Changes nothing yet.
  ///
  /// @param from the sender's address, vouched for by the mail server
  /// @param sentences of the mail
  /// @param before those of the sender's last mail in the thread
  /// @param language ISO 639-1, of what is replied
  Optional<Wanted> wanted(
      String from, List<String> sentences, List<String> before, String language);

  /// @param rest sentences that say something else
  /// @param make makes the change; empty where it cannot be made after all
  record Wanted(List<String> rest, Supplier<Optional<Made>> make) {
    public Wanted {
      rest = List.copyOf(rest);
    }
  }

  /// @param name how the log names it
  /// @param words to the customer
  record Made(String name, Spoken words) {}

  /// A site without appointments.
  static AppointmentChanges none() {
    return (_, _, _, _) -> Optional.empty();
  }
}
