package parley.mail.reply;

import java.time.Instant;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;

/// A mail that answers none, with a calendar in it or without one. Two equal ones are the same
/// bytes.
///
/// @param id made once, before the first try
/// @param subject one line
/// @param text paragraphs
/// @param calendar as RFC 5545 writes it; empty: none
/// @param method of the calendar (RFC 5546), such as REQUEST
/// @param instance what `X-Parley-Reply` says
public record Announcement(
    MessageId id,
    MailAddress from,
    MailAddress to,
    String subject,
    String text,
    String calendar,
    String method,
    Instant at,
    String instance) {

  public Announcement {
    if (!method.matches("[A-Z]{0,20}")) {
      throw new IllegalArgumentException("A method is a word in capitals");
    }
  }

  /// Mail text is not logged.
  @Override
  public String toString() {
    return "Announcement[" + id + "]";
  }
}
