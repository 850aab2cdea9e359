package parley.server.wiring;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import parley.config.GeneratedSecrets;
import parley.config.MailboxSettings;
import parley.config.Settings;
import parley.db.DatabaseParts;
import parley.dialogue.DialogueParts;
import parley.dialogue.llm.Answerer;
import parley.dialogue.memory.SenderMemory;
import parley.dialogue.privacy.Masking;
import parley.dialogue.quality.QualityCheck;
import parley.mail.answer.AnswerSources;
import parley.mail.answer.AppointmentMails;
import parley.mail.answer.DialogueAnswers;
import parley.mail.answer.EnclosedFiles;
import parley.mail.answer.MailAnswers;
import parley.mail.attachment.AttachmentTranscriber;
import parley.mail.calendar.AppointmentChanges;
import parley.mail.calendar.CalendarReplies;
import parley.mail.loop.OwnMail;
import parley.mail.server.MailServers;
import parley.mail.work.AnsweredMail;
import parley.mail.work.MailThreads;
import parley.mail.work.PersonAnswers;
import parley.mail.work.WorkRules;

/// Mail that is answered, made of the modules' parts. Thread: any.
public final class MailWiring {

  /// So many mails are read and answered at once.
  private static final int WORKERS = 2;

  /// A worker that waits for a model works at nothing meanwhile.
  private static final int WORKERS_WITH_MODEL = 8;

  /// A model that is late says so itself; this is for one that does not.
  private static final Duration MARGIN = Duration.ofSeconds(2);

  /// Mail servers put a copy into a mailbox of their own within moments.
  private static final Duration GRACE = Duration.ofSeconds(30);

  private MailWiring() {}

  /// What mail uses of the other modules.
  ///
  /// @param model asked what the conversation is not sure about
  /// @param ears hear voice messages
  /// @param calendar takes what calendars answer to our invitations
  /// @param changes makes changes of appointments that customers write about
  public record Using(
      DialogueParts dialogue,
      DatabaseParts database,
      Answerer model,
      AttachmentTranscriber ears,
      CalendarReplies calendar,
      AppointmentChanges changes) {}

  public static AnsweredMail start(Settings settings, Using using, Clock clock) throws IOException {
    return start(settings, using, GRACE, clock);
  }

  /// @param grace how long a server may take to put a copy of a reply into the mailbox
  public static AnsweredMail start(Settings settings, Using using, Duration grace, Clock clock)
      throws IOException {
    return AnsweredMail.start(parts(settings, using, grace, clock), using.calendar());
  }

  private static AnsweredMail.Parts parts(
      Settings settings, Using using, Duration grace, Clock clock) {
    DialogueParts dialogue = using.dialogue();
    Clock local = clock.withZone(settings.site().zone());
    Settings.LanguageModel model = settings.languageModel();
    MailAnswers byWords =
        new DialogueAnswers(
            dialogue.conversations(),
            QualityCheck.usual(),
            using.model(),
            model.timeout().plus(MARGIN),
            settings.site().language(),
            local,
            settings.memory().enabled()
                ? using.database().senders(settings.memory(), clock)
                : SenderMemory.NONE,
            dialogue.relevance());
    MailAnswers answers =
        new AppointmentMails(byWords, using.changes(), settings.site().language());
    List<MailServers> mailboxes =
        settings.mailboxes().stream().map(box -> new MailServers(box, clock)).toList();
    return new AnsweredMail.Parts(
        mailboxes,
        using.database().mail(SealedOriginals.sealing(settings.privacy())),
        answers,
        language -> dialogue.language(language).prompts(),
        settings.site().name(),
        settings.followUp().answerWithin(),
        kept(settings.privacy()),
        owner(settings),
        settings.state().resolve("mail"),
        model.url() == null ? WORKERS : WORKERS_WITH_MODEL,
        grace,
        local,
        WorkRules.of(settings.mailRules(), using.ears()),
        new AnswerSources(
                dialogue::knowledge,
                dialogue.documents()::find,
                new EnclosedFiles(settings.knowledge().documents()))
            ::of,
        settings.mailUpkeep(),
        settings.privacy().keepOriginals());
  }

  /// For a person who answers a thread by a command.
  public static PersonAnswers answers(Settings settings, MailThreads threads, Clock clock) {
    return new PersonAnswers(
        threads,
        settings.mailboxes(),
        WorkRules.of(settings.mailRules(), AttachmentTranscriber.none()),
        settings.state().resolve("mail"),
        settings.site().name(),
        kept(settings.privacy()),
        owner(settings),
        clock.withZone(settings.site().zone()));
  }

  /// By what our mails are known again.
  static OwnMail ownMail(Settings settings) {
    return OwnMail.of(
        settings.mailboxes().stream().map(MailboxSettings::address).toList(), owner(settings));
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
