package parley.server.paper;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.config.MailboxSettings;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;
import parley.mail.loop.OwnMail;
import parley.mail.message.MailHead;
import parley.mail.outbox.Outbox;
import parley.mail.outbox.Outgoing;
import parley.mail.reply.Announcement;
import parley.mail.reply.AnnouncementWriter;
import parley.mail.reply.Reply;
import parley.mail.reply.ReplyWriter;

/// Puts mails into the outbox that no received one caused. The same id twice is one mail. Thread:
/// any.
///
/// @param boxes at least one
/// @param own by what our mails are known again
/// @param clock in the site's zone
public record SitePaper(
    List<MailboxSettings> boxes, String siteName, OwnMail own, Outbox outbox, Clock clock) {

  private static final String USUAL = "en";

  public SitePaper {
    boxes = List.copyOf(boxes);
    if (boxes.isEmpty()) {
      throw new IllegalArgumentException("Letters need a mailbox that they go out from");
    }
  }

  /// What a mail in a thread goes on with.
  ///
  /// @param last Message-ID of the mail that it answers; may be empty
  public record Earlier(UUID thread, String mailbox, String subject, String last) {}

  public void announce(UUID id, Outgoing.Kind kind, String to, String subject, String text) {
    announce(id, kind, to, subject, text, "", "");
  }

  /// With an event for calendars.
  ///
  /// @param calendar the iCalendar text; empty for none
  /// @param method of iTIP; empty for none
  public void announce(
      UUID id,
      Outgoing.Kind kind,
      String to,
      String subject,
      String text,
      String calendar,
      String method) {
    MailboxSettings box = boxes.getFirst();
    MessageId message = message(id);
    Announcement mail =
        new Announcement(
            message,
            new MailAddress(box.address(), siteName),
            MailAddress.of(to),
            subject,
            text,
            calendar,
            method,
            clock.instant(),
            own.instance());
    put(id, kind, box, Optional.empty(), to, message, new AnnouncementWriter().write(mail));
  }

  public void reply(
      UUID id, Outgoing.Kind kind, String to, Earlier earlier, String language, String text) {
    MailboxSettings box =
        boxes.stream()
            .filter(one -> one.name().equals(earlier.mailbox()))
            .findFirst()
            .orElse(boxes.getFirst());
    MessageId message = message(id);
    MailAddress from = new MailAddress(box.address(), siteName);
    Reply reply =
        new Reply(
            message,
            from,
            from,
            MailAddress.of(to),
            head(earlier),
            Optional.empty(),
            text,
            List.of(),
            "",
            language.matches("[a-z]{2,3}") ? language : USUAL,
            clock.instant(),
            clock.getZone(),
            own.instance(),
            List.of());
    put(id, kind, box, Optional.of(earlier.thread()), to, message, new ReplyWriter().write(reply));
  }

  private static MailHead head(Earlier earlier) {
    return new MailHead(
        MessageId.first(earlier.last()),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        earlier.subject(),
        Optional.empty());
  }

  private MessageId message(UUID id) {
    return new MessageId("<" + id + "@" + own.idDomain() + ">");
  }

  private void put(
      UUID id,
      Outgoing.Kind kind,
      MailboxSettings box,
      Optional<UUID> thread,
      String to,
      MessageId message,
      byte[] bytes) {
    outbox.add(
        new Outgoing(
            id,
            box.name(),
            thread,
            Optional.empty(),
            kind,
            message.value(),
            box.address(),
            List.of(to),
            new Outgoing.Bytes(bytes)),
        clock.instant());
  }
}
