package parley.mail.reply;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;
import parley.mail.header.ThreadToken;
import parley.mail.message.MailHead;

/// A mail that answers a mail. Two equal ones are the same bytes, so that a try to send it again
/// sends the same mail.
///
/// @param id made once, before the first try
/// @param from our mailbox
/// @param replyTo where answers go: the mailbox, or its address with the token
/// @param to the only recipient
/// @param answered the mail that is answered
/// @param token of the thread; in the subject
/// @param text paragraphs with an empty line between; already in the sender's language
/// @param citations below the text
/// @param quoted what the sender wrote; quoted as far as [#MOST_QUOTED] lines go, empty: nothing is
/// @param language ISO 639-1; of the line above the quote
/// @param at the reply's Date
/// @param zone in which the question's date is written
/// @param instance what `X-Parley-Reply` says, for an answer that nobody wrote; empty: a person
///   did, and the mail says nothing of machines
public record Reply(
    MessageId id,
    MailAddress from,
    MailAddress replyTo,
    MailAddress to,
    MailHead answered,
    Optional<ThreadToken> token,
    String text,
    List<Citation> citations,
    String quoted,
    String language,
    Instant at,
    ZoneId zone,
    String instance,
    List<Enclosure> enclosures) {

  public static final int MOST_QUOTED = 15;

  public Reply {
    citations = List.copyOf(citations);
    enclosures = List.copyOf(enclosures);
    if (text.isBlank()) {
      throw new IllegalArgumentException("A reply has a text");
    }
    if (!instance.matches("[A-Za-z0-9._@-]{0,100}")) {
      throw new IllegalArgumentException("An instance's name has letters, digits, ., _, @ and -");
    }
    if (!language.matches("[a-z]{2,3}")) {
      throw new IllegalArgumentException("A language is written like en or de");
    }
  }

  /// Mail text is not logged.
  @Override
  public String toString() {
    return "Reply[" + id + "]";
  }
}
