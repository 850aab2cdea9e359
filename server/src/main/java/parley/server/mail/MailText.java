package parley.server.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import parley.mail.work.MailOverview.OutboxLine;
import parley.mail.work.MailOverview.QuarantineLine;
import parley.mail.work.MailOverview.ThreadLine;

/// Mail as tables. Ids are shown by their beginning, which commands take.
record MailText(ZoneId zone) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final int SHORT = 8;

  String threads(List<ThreadLine> threads) {
    StringBuilder text = new StringBuilder("Threads, newest first: " + threads.size() + "\n");
    for (ThreadLine thread : threads) {
      Instant due = thread.due();
      text.append(
          "  %s  %s  %-7s %2d mails  %s  %s%s%n"
              .formatted(
                  shown(thread.id().toString()),
                  time(thread.updated()),
                  thread.state().name().toLowerCase(Locale.ROOT),
                  thread.mails(),
                  thread.customer(),
                  thread.subject(),
                  due == null ? "" : "  (word by " + time(due) + ")"));
    }
    return text.toString();
  }

  String outbox(List<OutboxLine> outbox) {
    StringBuilder text = new StringBuilder("Outbox, not sent: " + outbox.size() + "\n");
    for (OutboxLine mail : outbox) {
      text.append(
          "  %s  %s  %-7s %-5s to %s, %d tries%s%n"
              .formatted(
                  shown(mail.id().toString()),
                  time(mail.next()),
                  mail.state().toLowerCase(Locale.ROOT),
                  mail.kind().toLowerCase(Locale.ROOT),
                  String.join(", ", mail.recipients()),
                  mail.attempts(),
                  mail.error().isEmpty() ? "" : ": " + mail.error()));
    }
    return text.toString();
  }

  String quarantine(List<QuarantineLine> mails) {
    StringBuilder text = new StringBuilder("Quarantine, newest first: " + mails.size() + "\n");
    for (QuarantineLine mail : mails) {
      text.append(
          "  %s  %s  %s  %,d bytes in %s%n"
              .formatted(
                  shown(mail.id().toString()),
                  time(mail.received()),
                  mail.reason(),
                  mail.sizeBytes(),
                  mail.mailbox()));
    }
    return text.toString();
  }

  private static String shown(String id) {
    return id.substring(0, SHORT);
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
