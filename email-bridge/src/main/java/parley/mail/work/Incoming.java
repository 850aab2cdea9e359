package parley.mail.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;
import parley.mail.header.ThreadToken;
import parley.mail.message.Authentication;
import parley.mail.message.Mail;
import parley.mail.message.MailKind;

/// A mail that could be read, with what the work asks of it. Its text form hides all of it.
record Incoming(Mail mail, Attached attached) {

  /// The address of From; empty where there is none.
  String from() {
    return mail.head().from().map(MailAddress::address).orElse("");
  }

  /// Whether the mail server vouches for it that this address wrote it, with nothing said aloud in
  /// it: a voice could be anybody's.
  boolean isGenuine(String address) {
    return mail.authentication().verdict() == Authentication.Verdict.GENUINE
        && from().equalsIgnoreCase(address)
        && attached.heard().isBlank();
  }

  Optional<ThreadToken> token() {
    return mail.head().token();
  }

  /// What the customer wrote, and said in recordings that came with it.
  String words() {
    return (mail.text().written() + "\n\n" + attached.heard()).strip();
  }

  /// Whether something was said to us that nobody has heard.
  boolean hasUnheard() {
    return attached.unheard() > 0;
  }

  /// The same with the words of attached documents.
  String allWords() {
    return (words() + "\n\n" + attached.read()).strip();
  }

  /// The mail of ours that it says could not be delivered.
  Optional<String> bounced() {
    return mail.kind() instanceof MailKind.Bounce(var report)
        ? report.bounced().map(MessageId::value)
        : Optional.empty();
  }

  /// Every mail that it names as of its thread.
  List<String> related() {
    List<String> related = new ArrayList<>();
    mail.head().references().forEach(id -> related.add(id.value()));
    mail.head().inReplyTo().forEach(id -> related.add(id.value()));
    bounced().ifPresent(related::add);
    return related;
  }

  @Override
  public String toString() {
    return "mail";
  }
}
