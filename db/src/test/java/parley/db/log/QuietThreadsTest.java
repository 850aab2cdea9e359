package parley.db.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.FOLLOW_UP;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.jooq.Tables.MESSAGE;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.config.Settings;
import parley.db.TestDatabase;
import parley.dialogue.call.CallId;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;
import parley.dialogue.ending.AfterCalls;
import parley.dialogue.ending.LogSummarizer;
import parley.dialogue.ending.Unconcluded;
import parley.dialogue.files.Problems;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.prompts.PromptFile;
import parley.dialogue.prompts.Prompts;

/// What came of threads of mail, in a real database.
class QuietThreadsTest {

  private static final Path HOME = Path.of(System.getProperty("parley.home", ".."));
  private static final Duration QUIET = Duration.ofHours(24);
  private static final Instant BEGUN = Instant.parse("2026-04-01T10:00:00Z");

  private static final Prompts PROMPTS = prompts();

  private final DSLContext sql = TestDatabase.database().sql();
  private final JooqEntryStore store = new JooqEntryStore(sql);
  private final UUID thread = UUID.randomUUID();
  private int turns;

  private static Prompts prompts() {
    Problems problems = new Problems();
    Prompts prompts = PromptFile.read(HOME, HOME.resolve("config/prompts/en.yaml"), problems);
    problems.throwIfAny();
    return prompts;
  }

  private void thread(String state, Instant last, @Nullable Instant due) {
    sql.insertInto(CONVERSATION)
        .set(CONVERSATION.ID, thread)
        .set(CONVERSATION.CHANNEL, "EMAIL")
        .set(CONVERSATION.STATUS, "IN_PROGRESS")
        .set(CONVERSATION.LANGUAGE_CODE, "en")
        .set(CONVERSATION.CREATED_AT, BEGUN)
        .set(CONVERSATION.UPDATED_AT, BEGUN)
        .execute();
    sql.insertInto(MAIL_THREAD)
        .set(MAIL_THREAD.ID, thread)
        .set(MAIL_THREAD.TOKEN, thread.toString())
        .set(MAIL_THREAD.MAILBOX, "shop")
        .set(MAIL_THREAD.CUSTOMER, "carla@customer.test")
        .set(MAIL_THREAD.STATE, state)
        .set(MAIL_THREAD.DUE_AT, due)
        .set(MAIL_THREAD.CREATED_AT, BEGUN)
        .set(MAIL_THREAD.UPDATED_AT, last)
        .set(MAIL_THREAD.WAITS_SINCE, last)
        .execute();
  }

  private void says(String sender, String words, String understoodAs, String... citations) {
    sql.insertInto(MESSAGE)
        .set(MESSAGE.ID, UUID.randomUUID())
        .set(MESSAGE.CONVERSATION_ID, thread)
        .set(MESSAGE.NUMBER, turns++)
        .set(MESSAGE.SENDER, sender)
        .set(MESSAGE.MESSAGE_TYPE, "TEXT")
        .set(MESSAGE.CONTENT, words)
        .set(MESSAGE.CREATED_AT, BEGUN)
        .set(MESSAGE.UNDERSTOOD_AS, understoodAs)
        .set(MESSAGE.RULE, "")
        .set(MESSAGE.CITATIONS, citations)
        .execute();
  }

  private void goesOn(Instant last) {
    sql.update(MAIL_THREAD)
        .set(MAIL_THREAD.UPDATED_AT, last)
        .where(MAIL_THREAD.ID.eq(thread))
        .execute();
  }

  /// Other tests' threads are theirs.
  private record Only(UUID thread, Unconcluded all) implements Unconcluded {
    @Override
    public List<Over> since(Instant earliest, Instant now, int atMost) {
      return all.since(earliest, now, 10_000).stream()
          .filter(over -> over.id().value().equals(thread))
          .toList();
    }

    @Override
    public Optional<CallDetail> find(CallId id) {
      return all.find(id);
    }
  }

  private int concluded(Duration later) throws InterruptedException {
    LogSummarizer alone =
        new LogSummarizer(
            _ -> PROMPTS, new Settings.FollowUp(Duration.ofHours(4), Duration.ofHours(24), QUIET));
    try (AfterCalls after =
        new AfterCalls(
            List.of(new Only(thread, new QuietThreads(sql, QUIET))),
            alone,
            store::store,
            Clock.fixed(BEGUN.plus(later), ZoneOffset.UTC))) {
      return after.round();
    }
  }

  private Conclusion conclusion() {
    Conclusion conclusion = ConclusionRows.read(sql, thread);
    assertTrue(conclusion != null);
    return conclusion;
  }

  @Test
  void aThreadIsConcludedOnceNobodyHasWrittenForTheTimeThatIsSet() throws InterruptedException {
    thread("OPEN", BEGUN, null);
    says("USER", "what are your opening hours?", "opening-hours");
    says("AI", "We are open from nine to six.", "", "opening-hours");

    assertEquals(0, concluded(Duration.ofHours(23)));
    assertEquals(1, concluded(Duration.ofHours(24)));
    assertEquals(0, concluded(Duration.ofHours(25)));

    assertEquals(Disposition.ANSWERED, conclusion().disposition());
    assertEquals(
        "The customer said: what are your opening hours?. Parley answered."
            + " Nothing more was written.",
        conclusion().summary().text());
    assertEquals(0, sql.fetchCount(CALL, CALL.ID.eq(thread)));
  }

  @Test
  void aClosedThreadIsConcludedAtOnce() throws InterruptedException {
    thread("CLOSED", BEGUN, null);
    says("USER", "thank you", "thanks");

    assertEquals(1, concluded(Duration.ofSeconds(1)));
    assertEquals(Disposition.NOTHING_ASKED, conclusion().disposition());
  }

  @Test
  void whatNoPersonHasAnsweredByTheTimePromisedIsLeftToBeDone() throws InterruptedException {
    thread("PERSON", BEGUN, BEGUN.plus(Duration.ofHours(30)));
    says("USER", "my kettle sings at night", "not-understood");

    assertEquals(0, concluded(Duration.ofHours(29)));
    assertEquals(1, concluded(Duration.ofHours(30)));

    assertEquals(Disposition.NOBODY_REACHED, conclusion().disposition());
    FollowUp open = conclusion().followUps().getFirst();
    assertEquals(FollowUp.Kind.ANSWER, open.kind());
    assertEquals("my kettle sings at night", open.what().text());
  }

  @Test
  void aThreadThatGoesOnIsConcludedAgainAndWhatWasToBeDoneIsNotAskedForTwice()
      throws InterruptedException {
    thread("OPEN", BEGUN, null);
    says("USER", "my kettle sings at night", "not-understood");
    assertEquals(1, concluded(Duration.ofHours(24)));
    assertEquals(Disposition.NOT_ANSWERED, conclusion().disposition());

    says("AGENT", "Please tune it to B flat.", "");
    goesOn(BEGUN.plus(Duration.ofHours(26)));
    assertEquals(0, concluded(Duration.ofHours(49)));
    assertEquals(1, concluded(Duration.ofHours(50)));

    assertEquals(Disposition.HANDED_OVER, conclusion().disposition());
    assertEquals(1, sql.fetchCount(CONCLUSION, CONCLUSION.CONVERSATION_ID.eq(thread)));
    assertEquals(
        List.of("CANCELLED"),
        sql.select(FOLLOW_UP.STATUS)
            .from(FOLLOW_UP)
            .where(FOLLOW_UP.CONVERSATION_ID.eq(thread))
            .fetch(FOLLOW_UP.STATUS));
  }
}
