package parley.server.wiring;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import parley.config.GeneratedSecrets;
import parley.config.Settings;
import parley.dialogue.DialogueParts;
import parley.dialogue.privacy.Masking;
import parley.dialogue.quality.QualityCheck;
import parley.mail.answer.DialogueAnswers;
import parley.mail.answer.MailAnswers;
import parley.mail.answer.NamedSources;
import parley.mail.attachment.AttachmentTranscriber;
import parley.mail.calendar.CalendarReplies;
import parley.mail.server.MailServers;
import parley.mail.work.AnsweredMail;
import parley.mail.work.MailStores;
import parley.mail.work.WorkRules;

/// Mail that is answered, made of the modules' parts. Thread: any.
public final class MailWiring {

  /// So many mails are read and answered at once.
  private static final int WORKERS = 2;

  /// Mail servers put a copy into a mailbox of their own within moments.
  private static final Duration GRACE = Duration.ofSeconds(30);

  private MailWiring() {}

  /// @param calendar takes what calendars answer to our invitations
  public static AnsweredMail start(
      Settings settings,
      DialogueParts dialogue,
      MailStores stores,
      CalendarReplies calendar,
      Clock clock)
      throws IOException {
    return AnsweredMail.start(parts(settings, dialogue, stores, GRACE, clock), calendar);
  }

  /// @param grace how long a server may take to put a copy of a reply into the mailbox
  public static AnsweredMail.Parts parts(
      Settings settings, DialogueParts dialogue, MailStores stores, Duration grace, Clock clock) {
    Clock local = clock.withZone(settings.site().zone());
    MailAnswers answers =
        new DialogueAnswers(
            dialogue.conversations(), QualityCheck.usual(), settings.site().language(), local);
    List<MailServers> mailboxes =
        settings.mailboxes().stream().map(box -> new MailServers(box, clock)).toList();
    return new AnsweredMail.Parts(
        mailboxes,
        stores,
        answers,
        language -> dialogue.language(language).prompts(),
        settings.site().name(),
        settings.followUp().answerWithin(),
        kept(settings.privacy()),
        owner(settings),
        settings.state().resolve("mail"),
        WORKERS,
        grace,
        local,
        WorkRules.of(settings.mailRules(), AttachmentTranscriber.none()),
        new NamedSources(dialogue::knowledge)::apply);
  }

  /// One Parley runs on a state folder at a time, so the folder's name for itself is the process's.
  private static String owner(Settings settings) {
    return new GeneratedSecrets(settings.state()).orMadeUp(null, "mail-owner").reveal();
  }

  private static UnaryOperator<String> kept(Settings.Privacy privacy) {
    return switch (privacy.keepOriginals()) {
      case PLAIN -> words -> words;
      case NONE, ENCRYPTED -> Masking::mask;
    };
  }
}
