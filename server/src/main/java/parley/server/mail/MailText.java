package parley.server.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.mail.work.MailOverview.OutboxLine;
import parley.mail.work.MailOverview.QuarantineLine;
import parley.mail.work.MailOverview.ThreadLine;
import parley.mail.work.MailThread;
import parley.mail.work.MailThreads;

/// Mail as tables. Ids are shown by their beginning, which commands take.
record MailText(ZoneId zone) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final int SHORT = 8;

  /// @param now says which threads are overdue
  String threads(List<ThreadLine> threads, Instant now) {
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
                  due == null ? "" : due(due, now)));
    }
    return text.toString();
  }

  /// What the customer was told, and whether that time is over.
  private String due(Instant due, Instant now) {
    return "  (%s %s)".formatted(due.isBefore(now) ? "OVERDUE since" : "word by", time(due));
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

  /// One thread: its turns, and the mails of ours in it.
  String shown(MailThreads.Shown shown) {
    MailThread thread = shown.thread();
    StringBuilder text = new StringBuilder();
    text.append("Thread    %s%n".formatted(thread.id()));
    text.append("Customer  %s in mailbox %s%n".formatted(thread.customer(), thread.mailbox()));
    text.append("Subject   %s%n".formatted(thread.subject()));
    text.append("State     %s%n".formatted(thread.state().name().toLowerCase(Locale.ROOT)));
    thread.due().ifPresent(due -> text.append("Word by   %s%n".formatted(time(due))));
    text.append('\n');
    shown.turns().forEach(turn -> text.append(turn(turn)));
    if (!shown.mails().isEmpty()) {
      text.append("%nMails of ours%n".formatted());
      shown
          .mails()
          .forEach(mail ->
              text.append(
                  "  %s  %-9s %-7s%s%n"
                      .formatted(
                          time(mail.written()),
                          mail.kind().toLowerCase(Locale.ROOT).replace('_', ' '),
                          mail.state().toLowerCase(Locale.ROOT),
                          mail.error().isEmpty() ? "" : " " + mail.error())));
    }
    return text.toString();
  }

  private String turn(MailThreads.Turn turn) {
    String facts =
        Stream.of(
                turn.understoodAs().isEmpty() ? "" : "understood as " + turn.understoodAs(),
                turn.rule().isEmpty() ? "" : "rule " + turn.rule(),
                turn.citations().isEmpty() ? "" : "from " + String.join(", ", turn.citations()))
            .filter(fact -> !fact.isEmpty())
            .collect(Collectors.joining("; "));
    String who =
        switch (turn.speaker()) {
          case CALLER -> "customer";
          case PARLEY -> "parley";
          case AGENT -> "agent";
        };
    return "%s  %s%s%n%s%n"
        .formatted(
            time(turn.at()),
            who,
            facts.isEmpty() ? "" : "  (" + facts + ")",
            turn.words().text().strip().indent(4));
  }

  private static String shown(String id) {
    return id.substring(0, SHORT);
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
