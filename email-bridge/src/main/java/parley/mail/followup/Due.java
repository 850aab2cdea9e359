package parley.mail.followup;

import java.time.Instant;

/// What has to be done about a thread that waits.
public sealed interface Due {

  /// Nothing yet.
  ///
  /// @param until when something may be due, if nothing happens
  record Nothing(Instant until) implements Due {}

  /// Nothing ever, unless somebody writes.
  record NothingMore() implements Due {}

  /// The customer is asked whether the answer helped.
  record AskCustomer() implements Due {}

  /// Nothing more is expected.
  record Close() implements Due {}

  /// The person is reminded.
  ///
  /// @param number 1 for the first time
  record RemindPerson(int number) implements Due {}

  /// A person hears that a mail of ours did not arrive.
  record TellPerson() implements Due {}
}
