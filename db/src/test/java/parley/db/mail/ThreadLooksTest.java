package parley.db.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.mail.TestDesk.SQL;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.mail.followup.Due;
import parley.mail.outbox.Outgoing;
import parley.mail.work.MailThread;
import parley.mail.work.WaitingThreads.Look;
import parley.mail.work.WaitingThreads.Step;

/// That each thread is looked at by one of many, and that nothing of a look that fails stays.
class ThreadLooksTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private final JooqWaitingThreads waiting = new JooqWaitingThreads(SQL);

  @BeforeEach
  void clear() {
    TestDesk.clear();
  }

  private static MailThread thread(int number) {
    MailThread thread =
        new MailThread(
            UUID.randomUUID(),
            "tokenof%05d".formatted(number),
            "shop",
            "customer" + number + "@customer.test",
            "Hours",
            "en",
            MailThread.State.OPEN,
            Optional.empty());
    ThreadRows.write(SQL, thread, List.of(), true, NOW.minus(Duration.ofDays(3)));
    return thread;
  }

  private static Step asked(Look look) {
    Outgoing mail =
        new Outgoing(
            UUID.randomUUID(),
            "shop",
            Optional.of(look.thread().id()),
            Optional.empty(),
            Outgoing.Kind.FOLLOW_UP,
            "<" + look.thread().id() + "@shop.test>",
            "support@shop.test",
            List.of(look.thread().customer()),
            new Outgoing.Bytes("x".getBytes(StandardCharsets.US_ASCII)));
    return look.waiting().followedUp().isEmpty()
        ? new Step(new Due.AskCustomer(), look.thread(), List.of(), List.of(mail))
        : new Step(new Due.NothingMore(), look.thread(), List.of(), List.of());
  }

  @Test
  void manyNodesAtOnceAskEachCustomerOnce() throws Exception {
    int threads = 40;
    for (int number = 0; number < threads; number++) {
      MailThread _ = thread(number);
    }
    Callable<Integer> node =
        () -> {
          int looks = 0;
          while (waiting.next(NOW, ThreadLooksTest::asked)) {
            looks++;
          }
          return looks;
        };
    int looks = 0;
    try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int count = 0; count < 4; count++) {
        all.add(nodes.submit(node));
      }
      for (Future<Integer> one : all) {
        looks += one.get();
      }
    }
    // One look that asks, one that finds nothing more.
    assertEquals(2 * threads, looks);
    assertEquals(threads, SQL.fetchCount(MAIL_OUTBOX, MAIL_OUTBOX.KIND.eq("FOLLOW_UP")));
    assertEquals(0, SQL.fetchCount(MAIL_THREAD, MAIL_THREAD.FOLLOWED_UP_AT.isNull()));
  }

  @Test
  void aLookThatDiesLeavesNothingAndIsTakenAgain() {
    MailThread thread = thread(1);

    assertThrows(
        IllegalStateException.class,
        () ->
            waiting.next(
                NOW,
                _ -> {
                  throw new IllegalStateException("killed");
                }));

    assertEquals(0, SQL.fetchCount(MAIL_OUTBOX));
    List<UUID> seen = new ArrayList<>();
    waiting.next(
        NOW,
        look -> {
          seen.add(look.thread().id());
          return asked(look);
        });
    assertEquals(List.of(thread.id()), seen);
    assertEquals(1, SQL.fetchCount(MAIL_OUTBOX));
  }

  @Test
  void whatIsNotDueIsNotLookedAt() {
    MailThread _ = thread(1);

    assertFalse(waiting.next(NOW.minus(Duration.ofDays(3)), ThreadLooksTest::asked));
  }
}
