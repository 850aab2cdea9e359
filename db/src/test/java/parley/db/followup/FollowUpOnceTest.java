package parley.db.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.FOLLOWED_UP;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.jooq.Tables.SCHEDULED_TASKS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.callback.followup.FollowUpKeeper;
import parley.callback.followup.FollowUpLetter;
import parley.callback.followup.FollowUpPost;
import parley.callback.followup.FollowUpStep;
import parley.callback.followup.FollowUpStore;
import parley.callback.followup.FollowUpTasks;
import parley.callback.followup.OpenMatter;
import parley.db.mail.JooqOutbox;
import parley.dialogue.conclusion.FollowUp;
import parley.mail.outbox.Outgoing;

/// What conversations left open is seen to once, by call, letter or people, whatever node dies
/// when.
class FollowUpOnceTest {

  private final OpenConversations open = new OpenConversations();
  private final JooqFollowUps store = new JooqFollowUps(open.sql);
  private final JooqFollowUpTasks tasks = new JooqFollowUpTasks(open.sql);
  private final JooqOutbox outbox = new JooqOutbox(open.sql);
  private final AtomicInteger steps = new AtomicInteger();

  /// Ends a thread as the death of its process would, where it stands.
  private static final class Died extends Error {
    private static final long serialVersionUID = 1;
  }

  @BeforeEach
  @AfterEach
  void clear() {
    open.clear();
  }

  private FollowUpKeeper node(FollowUpStore over, FollowUpPost post, Instant at) {
    return new FollowUpKeeper(
        OpenConversations.desk(), over, post, () -> {}, Clock.fixed(at, OpenConversations.BERLIN));
  }

  private FollowUpKeeper node(Instant at) {
    return node(store, this::post, at);
  }

  private void post(FollowUpLetter letter) {
    outbox.add(
        new Outgoing(
            letter.id(),
            OpenConversations.BOX,
            letter.thread().map(FollowUpLetter.InThread::id),
            Optional.empty(),
            Outgoing.Kind.FOLLOW_UP,
            "<" + letter.id() + "@shop.test>",
            "support@shop.test",
            List.of(letter.address()),
            new Outgoing.Bytes(new byte[] {1})),
        OpenConversations.NOW);
  }

  private void sometimesDie() {
    if (steps.incrementAndGet() % 5 == 0) {
      throw new Died();
    }
  }

  /// Dies within and after what it does.
  private record Dying(FollowUpStore store, Runnable dies) implements FollowUpStore {
    @Override
    public boolean next(Instant now, Function<OpenMatter, FollowUpStep> decide) {
      boolean more =
          store.next(
              now,
              matter -> {
                FollowUpStep step = decide.apply(matter);
                dies.run();
                return step;
              });
      dies.run();
      return more;
    }

    @Override
    public Optional<FollowUpLetter> claim(Instant now, Instant until) {
      Optional<FollowUpLetter> claimed = store.claim(now, until);
      dies.run();
      return claimed;
    }

    @Override
    public void posted(UUID conversation, Instant now) {
      dies.run();
      store.posted(conversation, now);
    }

    @Override
    public void settle(Instant now) {
      store.settle(now);
    }
  }

  private Map<String, Integer> ways() {
    return open.sql.selectFrom(FOLLOWED_UP).fetchGroups(FOLLOWED_UP.WAY).entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(Map.Entry::getKey, one -> one.getValue().size()));
  }

  @Test
  void threeNodesThatDieAllTheTimeFollowUpEachConversationOnce() throws Exception {
    IntStream.range(0, 20).forEach(i -> open.call("+49301000" + (100 + i), FollowUp.Kind.REPAIR));
    IntStream.range(0, 20).forEach(i -> open.thread("c" + i + "@customer.test"));
    IntStream.range(0, 20).forEach(_ -> open.call("", FollowUp.Kind.REPAIR));
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int node = 0; node < 3; node++) {
        all.add(nodes.submit(this::liveAndDie));
      }
      for (Future<?> node : all) {
        node.get();
      }
    }
    // What a dead node has claimed comes up again when its lease is over.
    node(OpenConversations.NOW.plus(Duration.ofMinutes(2))).round();

    assertEquals(Map.of("CALL", 20, "MAIL", 20, "PERSON", 20), ways());
    assertEquals(20, open.sql.fetchCount(CALLBACK, CALLBACK.ORIGIN.eq("FOLLOW_UP")));
    assertEquals(
        20,
        open.sql.fetchCount(
            SCHEDULED_TASKS, SCHEDULED_TASKS.EXECUTION_TIME.eq(OpenConversations.WINDOW.from())));
    assertEquals(
        20, open.sql.fetchCount(MAIL_OUTBOX, MAIL_OUTBOX.MAILBOX.eq(OpenConversations.BOX)));
    assertEquals(0, open.sql.fetchCount(FOLLOWED_UP, FOLLOWED_UP.LETTER_AT.isNotNull()));
    assertTrue(steps.get() > 60, "they died too seldom");
  }

  private void liveAndDie() {
    FollowUpKeeper keeper =
        node(
            new Dying(store, this::sometimesDie),
            letter -> {
              post(letter);
              sometimesDie();
            },
            OpenConversations.NOW);
    for (int lives = 0; lives < 40; lives++) {
      try {
        keeper.round();
        return;
      } catch (Died _) {
        // Another process takes its place.
      }
    }
  }

  @Test
  void whoDiesWhileDecidingHasDoneNothing() {
    open.call("+4930100099", FollowUp.Kind.REPAIR);
    assertThrows(
        Died.class,
        () ->
            store.next(
                OpenConversations.NOW,
                _ -> {
                  throw new Died();
                }));
    assertEquals(Map.of(), ways());
    assertEquals(0, open.sql.fetchCount(CALLBACK, CALLBACK.ORIGIN.eq("FOLLOW_UP")));
  }

  @Test
  void aCustomerWhoCallsAgainIsNotCalledForTheEarlierConversation() {
    UUID first = open.call("+4930100098", FollowUp.Kind.REPAIR);
    open.later("+4930100098");
    node(OpenConversations.NOW).round();
    assertEquals("PERSON", way(first));
  }

  @Test
  void whatOurOwnCallLeftOpenLeadsToNoOtherCall() {
    UUID first = open.call("+4930100097", FollowUp.Kind.REPAIR);
    node(OpenConversations.NOW).round();
    assertEquals("CALL", way(first));
    UUID callback = open.callback(first);

    UUID ours = open.ourCall(callback, "+4930100097");
    node(OpenConversations.NOW).round();

    assertEquals("PERSON", way(ours));
  }

  private String way(UUID conversation) {
    return open.sql.fetchSingle(FOLLOWED_UP, FOLLOWED_UP.CONVERSATION_ID.eq(conversation)).getWay();
  }

  @Test
  void aThreadThatIsWrittenToIsNotAskedByTheRulesOfMailToo() {
    UUID thread = open.thread("carla@customer.test");
    node(OpenConversations.NOW).round();
    assertEquals(
        OpenConversations.NOW,
        open.sql.fetchSingle(MAIL_THREAD, MAIL_THREAD.ID.eq(thread)).getFollowedUpAt());
  }

  @Test
  void whatIsDoneIsOverAndTheRestIsOverdueUntilSomebodyClosesIt() {
    UUID called = open.call("+4930100096", FollowUp.Kind.REPAIR);
    UUID written = open.thread("dora@customer.test");
    UUID left = open.call("", FollowUp.Kind.REPAIR);
    FollowUpKeeper node = node(OpenConversations.NOW);
    node.round();
    assertEquals(List.of(left), overdue());

    open.end(open.callback(called), "KEPT");
    open.sql
        .update(MAIL_OUTBOX)
        .set(MAIL_OUTBOX.STATE, "REFUSED")
        .where(MAIL_OUTBOX.ID.eq(FollowUpLetter.idOf(written)))
        .execute();
    node.round();

    assertEquals("DONE", open.status(called));
    assertEquals(List.of(written, left).stream().sorted().toList(), overdue());
    FollowUpTasks.Task task =
        tasks.overdue(OpenConversations.NOW, 1000).stream()
            .filter(one -> open.isOurs(one.conversation()))
            .findFirst()
            .orElseThrow();
    assertTrue(tasks.close(task.id().toString().substring(0, 13), OpenConversations.NOW));
    assertEquals(1, overdue().size());
  }

  private List<UUID> overdue() {
    return tasks.overdue(OpenConversations.NOW, 1000).stream()
        .map(FollowUpTasks.Task::conversation)
        .filter(open::isOurs)
        .sorted()
        .toList();
  }

  @Test
  void aCallThatWasGivenUpIsForPeople() {
    UUID called = open.call("+4930100095", FollowUp.Kind.REPAIR);
    node(OpenConversations.NOW).round();
    assertEquals(List.of(), overdue());
    open.end(open.callback(called), "GIVEN_UP");
    assertEquals(List.of(called), overdue());
  }

  @Test
  void whatWasDueLongAgoIsLeftToPeople() {
    UUID old = open.call("+4930100094", FollowUp.Kind.REPAIR);
    node(OpenConversations.NOW.plus(Duration.ofDays(4))).round();
    assertEquals(0, open.sql.fetchCount(FOLLOWED_UP, FOLLOWED_UP.CONVERSATION_ID.eq(old)));
  }
}
