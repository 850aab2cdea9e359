package parley.db.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.db.jooq.Tables.AUDIT;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.mail.TestDesk.SQL;
import static parley.db.mail.TestMailServer.CUSTOMER;
import static parley.db.mail.TestMailServer.SHOP;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.db.jooq.tables.records.AuditRecord;
import parley.db.log.Eventually;
import parley.dialogue.call.Spoken;
import parley.mail.answer.MailAnswer;
import parley.mail.answer.MailAnswers;
import parley.mail.answer.ModelAsked;
import parley.mail.work.AnsweredMail;

/// What the audit has of a mail that a language model has answered, as it has it of calls.
class AuditedMailTest {

  private static final MailAnswers BY_MODEL =
      (_, asked) -> {
        asked.accept(new ModelAsked("TIMED_OUT: not finished", Duration.ofMillis(900)));
        asked.accept(new ModelAsked("answered", Duration.ofMillis(40)));
        return new MailAnswer.Replied(
            new Spoken("We do."), List.of("opening-hours"), List.of(), "en", "language-model");
      };

  @Test
  void everyQuestionToALanguageModelIsNotedWithWhatCameOfIt(@TempDir Path files) throws Exception {
    TestDesk.clear();
    try (TestMailServer server = new TestMailServer();
        AnsweredMail _ =
            AnsweredMail.start(
                TestDesk.parts(server.mailbox(), BY_MODEL, TestDesk::source, files))) {
      server.send(server.mail(CUSTOMER, SHOP, "Umbrellas", "Do you sell umbrellas?"));
      Eventually.isTrue("an answer", () -> !server.inbox(CUSTOMER).isEmpty());
    }
    List<AuditRecord> noted =
        SQL.selectFrom(AUDIT).where(AUDIT.WHAT.eq("model-asked")).orderBy(AUDIT.AT).fetch();

    assertEquals(
        List.of(
            "{\"ms\": \"40\", \"result\": \"answered\"}",
            "{\"ms\": \"900\", \"result\": \"TIMED_OUT: not finished\"}"),
        noted.stream().map(row -> row.getDetails().data()).sorted().toList());
    assertEquals("parley", noted.getFirst().getActor());
    assertEquals(
        SQL.select(MAIL_THREAD.ID).from(MAIL_THREAD).fetchSingle(MAIL_THREAD.ID),
        noted.getFirst().getConversationId());
  }
}
