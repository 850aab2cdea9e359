package parley.mail.calendar;

import java.util.Optional;

/// Takes what calendars say in received mails. Port: the server gives it to whoever keeps
/// appointments. Thread: any; the same mail may come twice.
@FunctionalInterface
public interface CalendarReplies {

  /// @param from the sender's address
  /// @return what came of it, a word or two for the operator; empty when it is about nothing of
  ///   ours, and the mail is dealt with as any other
  Optional<String> take(Invitation invitation, String from);

  /// Nothing is ours.
  static CalendarReplies none() {
    return (_, _) -> Optional.empty();
  }
}
