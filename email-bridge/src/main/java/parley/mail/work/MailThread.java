package parley.mail.work;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One matter of one sender. Its text form hides who and what.
///
/// @param id its conversation's as well
/// @param customer the address that answers go to
/// @param language ISO 639-1, or empty where it is not known yet
/// @param due by when the customer was told to expect word from a person
public record MailThread(
    UUID id,
    String token,
    String mailbox,
    String customer,
    String subject,
    String language,
    State state,
    Optional<Instant> due) {

  /// Who has to do something.
  public enum State {
    /// Parley answers.
    OPEN,
    /// A person has it.
    PERSON,
    /// Nobody: nothing more is expected.
    CLOSED
  }

  /// @param due kept for as long as a person has it
  public MailThread now(State next, String spoken, Optional<Instant> due) {
    return new MailThread(id, token, mailbox, customer, subject, spoken, next, due);
  }

  @Override
  public String toString() {
    return "thread " + id + " " + state;
  }
}
