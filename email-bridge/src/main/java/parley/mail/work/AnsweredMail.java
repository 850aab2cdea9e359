package parley.mail.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import parley.config.MailUpkeep;
import parley.config.MailboxSettings;
import parley.config.Settings;
import parley.dialogue.prompts.Prompts;
import parley.mail.answer.AnswerSource;
import parley.mail.answer.MailAnswers;
import parley.mail.calendar.CalendarReplies;
import parley.mail.followup.FollowUpPolicy;
import parley.mail.loop.AnswerPolicy;
import parley.mail.loop.OwnMail;
import parley.mail.mailbox.MailboxWatch;
import parley.mail.message.MailReader;
import parley.mail.outbox.OutboxSender;
import parley.mail.server.MailServers;

/// The module's assembly for mail that is answered: every mailbox is watched, every mail dealt
/// with, every answer sent, until it is closed. One per process.
public final class AnsweredMail implements AutoCloseable {

  /// Connections over which a mailbox's mails go out: a server that is far away takes a quarter of
  /// a second for each mail.
  private static final int LINES = 2;

  private final MailDesk desk;
  private final Upkeep upkeep;
  private final List<MailboxWatch> watches = new ArrayList<>();
  private final Map<String, List<OutboxSender>> senders = new LinkedHashMap<>();

  /// What it is made of.
  ///
  /// @param owner names this process among others on the same database, the same after a restart
  /// @param files a folder for mails while they are fetched and read
  /// @param prompts by language
  /// @param answerWithin by when a person writes
  /// @param kept what of somebody's words may be kept
  /// @param grace how long a server may take to put a copy of a reply into the mailbox
  /// @param sources what a customer may have of what an answer rests on, by its id
  /// @param clock in the site's zone
  /// @param originals what is kept of mails as they came once they are answered
  public record Parts(
      List<MailServers> mailboxes,
      MailStores stores,
      MailAnswers answers,
      Function<String, Prompts> prompts,
      String siteName,
      Duration answerWithin,
      UnaryOperator<String> kept,
      String owner,
      Path files,
      int workers,
      Duration grace,
      Clock clock,
      WorkRules rules,
      Function<String, AnswerSource> sources,
      MailUpkeep upkeep,
      Settings.Originals originals) {
    public Parts {
      mailboxes = List.copyOf(mailboxes);
    }
  }

  private AnsweredMail(Parts parts, CalendarReplies calendar) {
    Map<String, MailboxSettings> boxes =
        parts.mailboxes().stream()
            .map(MailServers::settings)
            .collect(Collectors.toMap(MailboxSettings::name, box -> box));
    OwnMail own =
        OwnMail.of(
            parts.mailboxes().stream().map(servers -> servers.settings().address()).toList(),
            parts.owner());
    Letters letters =
        new Letters(
            parts.prompts(),
            parts.sources(),
            new LetterPaper(parts.siteName(), own, parts.clock()));
    MailWork work = parts.stores().work();
    this.desk =
        new MailDesk(
            work,
            boxes,
            new Reading(
                work,
                new MailReader(parts.rules().reading()),
                new AttachedFiles(parts.rules().scanner(), parts.rules().files(), parts.clock()),
                parts.files()),
            new Deciding(
                new AnswerPolicy(own, parts.rules().answering()),
                parts.answers(),
                letters,
                new Bounces(work, letters, parts.answerWithin(), parts.clock()),
                parts.answerWithin(),
                parts.kept(),
                parts.clock()),
            calendar,
            parts.owner(),
            this::send,
            parts.clock());
    this.upkeep =
        new Upkeep(
            parts.stores(),
            new WaitingDesk(
                new FollowUpPolicy(parts.upkeep().followUp(), parts.rules().answering()),
                boxes,
                letters,
                parts.answerWithin(),
                parts.kept(),
                parts.clock()),
            parts.upkeep().keep(),
            parts.originals(),
            this::send,
            parts.clock());
  }

  /// For a site without appointments.
  public static AnsweredMail start(Parts parts) throws IOException {
    return start(parts, CalendarReplies.none());
  }

  /// A server that is away does not keep it from starting.
  ///
  /// @param calendar takes what calendars answer to our invitations
  public static AnsweredMail start(Parts parts, CalendarReplies calendar) throws IOException {
    Files.createDirectories(parts.files());
    parts.stores().outbox().takeOver(parts.owner(), parts.clock().instant());
    parts.stores().work().takeOver(parts.owner(), parts.clock().instant());
    AnsweredMail mail = new AnsweredMail(parts, calendar);
    for (MailServers servers : parts.mailboxes()) {
      MailboxWatch watch =
          MailboxWatch.start(
              servers, parts.stores().received(), parts.files(), mail.desk::wake, parts.clock());
      mail.watches.add(watch);
      List<OutboxSender> lines = new ArrayList<>();
      for (int line = 0; line < LINES; line++) {
        lines.add(
            OutboxSender.start(
                servers,
                parts.stores().outbox(),
                parts.owner(),
                parts.grace(),
                watch::look,
                parts.clock()));
      }
      mail.senders.put(servers.settings().name(), lines);
    }
    MailDesk _ = mail.desk.start(parts.workers());
    mail.upkeep.start();
    return mail;
  }

  private void send(String mailbox) {
    senders.getOrDefault(mailbox, List.of()).forEach(OutboxSender::wake);
  }

  @Override
  public void close() {
    upkeep.close();
    watches.forEach(MailboxWatch::close);
    desk.close();
    senders.values().forEach(lines -> lines.forEach(OutboxSender::close));
  }
}
