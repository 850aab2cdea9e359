package parley.db.mail;

import static parley.db.jooq.Tables.CONTACT_LINK;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_FOLDER;
import static parley.db.jooq.Tables.MAIL_RECEIVED;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import parley.config.MailboxSettings;
import parley.config.Settings;
import parley.db.TestDatabase;
import parley.db.customer.JooqSenderMemory;
import parley.dialogue.DialogueParts;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.llm.Answerer;
import parley.dialogue.memory.Relevance;
import parley.dialogue.quality.QualityCheck;
import parley.mail.answer.AnswerSource;
import parley.mail.answer.DialogueAnswers;
import parley.mail.answer.MailAnswers;
import parley.mail.server.MailServers;
import parley.mail.work.AnsweredMail;
import parley.mail.work.WorkRules;

/// Mail answered as by a site, with the test's database and mail server.
final class TestDesk {

  static final DSLContext SQL = TestDatabase.database().sql();

  private static final Path HOME = Path.of(System.getProperty("parley.home", ".."));
  static final DialogueParts DIALOGUE =
      DialogueParts.load(HOME, "en", ConversationSettings.usual("The Shop", false, "general"));

  private TestDesk() {}

  /// No mail, thread or call is left.
  static void clear() {
    SQL.truncate(CONVERSATION).cascade().execute();
    SQL.truncate(MAIL_RECEIVED).cascade().execute();
    SQL.deleteFrom(MAIL_FOLDER).execute();
    SQL.deleteFrom(CONTACT_LINK).execute();
  }

  static AnsweredMail.Parts parts(TestMailServer server, String owner, Path files) {
    return parts(server, owner, files, Duration.ZERO);
  }

  /// @param later by which its clock is ahead
  static AnsweredMail.Parts parts(TestMailServer server, String owner, Path files, Duration later) {
    Clock clock = Clock.offset(Clock.system(ZoneOffset.UTC), later);
    return parts(server.mailbox(), owner, files, clock, answers(clock), TestDesk::source);
  }

  /// With other answers, or files that go out with them.
  static AnsweredMail.Parts parts(
      MailboxSettings box,
      MailAnswers answers,
      Function<String, AnswerSource> sources,
      Path files) {
    return parts(box, "test", files, Clock.systemUTC(), answers, sources);
  }

  private static AnsweredMail.Parts parts(
      MailboxSettings box,
      String owner,
      Path files,
      Clock clock,
      MailAnswers answers,
      Function<String, AnswerSource> sources) {
    return new AnsweredMail.Parts(
        List.of(new MailServers(box, clock)),
        TestMailStores.of(SQL),
        answers,
        language -> DIALOGUE.language(language).prompts(),
        "The Shop",
        Duration.ofHours(8),
        UnaryOperator.identity(),
        owner,
        files,
        2,
        Duration.ofSeconds(1),
        clock,
        WorkRules.USUAL,
        sources,
        TestMailStores.UPKEEP,
        Settings.Originals.NONE);
  }

  /// Those of the shipped knowledge.
  static MailAnswers answers(Clock clock) {
    return new DialogueAnswers(
        DIALOGUE.conversations(),
        QualityCheck.usual(),
        Answerer.NONE,
        Duration.ofSeconds(1),
        "en",
        clock,
        new JooqSenderMemory(SQL, new Settings.Memory(true, 90, true), clock),
        Relevance.BY_WORDS);
  }

  static AnswerSource source(String id) {
    return new AnswerSource(id, Optional.of(URI.create("https://shop.test/" + id)), List.of());
  }
}
