package parley.mail.notice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.config.Settings;

@Timeout(60)
class SmtpNoticesTest {

  private final BlockingQueue<NoticeResult> results = new LinkedBlockingQueue<>();
  private final ScriptedBackoff backoff = new ScriptedBackoff(this::inEachPause);
  private final List<AutoCloseable> open = new ArrayList<>();
  private Runnable nextPause = () -> {};

  private void inEachPause() {
    nextPause.run();
  }

  @AfterEach
  void closeInReverse() throws Exception {
    for (AutoCloseable closeable : open.reversed()) {
      closeable.close();
    }
  }

  private GreenMail greenMail(int port) {
    GreenMail server =
        new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(
                GreenMailConfiguration.aConfig()
                    .withUser("desk@example.com", "desk", "x")
                    .withUser("parley@example.com", "parley", "right"));
    server.start();
    open.add(server::stop);
    return server;
  }

  private Notices notices(Settings.Mail settings) {
    Notices notices =
        SmtpNotices.start(
            new SmtpServer(settings, "127.0.0.1", null, System::nanoTime),
            TestNotices.composer(),
            backoff,
            results::add);
    open.add(notices);
    return notices;
  }

  private NoticeResult result() throws InterruptedException {
    NoticeResult result = results.poll(30, TimeUnit.SECONDS);
    assertNotNull(result, "no result");
    return result;
  }

  @Test
  void noticeArrivesWithItsOwnMessageId() throws Exception {
    GreenMail server = greenMail(0);
    Notice notice = TestNotices.notice();
    notices(TestNotices.plain(server.getSmtp().getPort())).tell(notice);
    var sent = assertInstanceOf(NoticeResult.Sent.class, result());
    assertEquals(1, sent.attempts());
    var mail = server.getReceivedMessages()[0];
    assertEquals(sent.messageId(), mail.getMessageID());
    assertArrayEquals(new String[] {"auto-generated"}, mail.getHeader("Auto-Submitted"));
    assertTrue(mail.getContent().toString().contains(notice.call().toString()));
  }

  @Test
  void rightPasswordIsTaken() throws Exception {
    GreenMail server = greenMail(0);
    notices(TestNotices.settings(server.getSmtp().getPort(), false, "right"))
        .tell(TestNotices.notice());
    assertInstanceOf(NoticeResult.Sent.class, result());
  }

  @Test
  void wrongPasswordIsRefusedAtOnceAndNotShown() throws Exception {
    GreenMail server = greenMail(0);
    notices(TestNotices.settings(server.getSmtp().getPort(), false, "wrong-one"))
        .tell(TestNotices.notice());
    var refused = assertInstanceOf(NoticeResult.Refused.class, result());
    assertTrue(refused.why().contains("mail.user"), refused.why());
    assertFalse(refused.toString().contains("wrong-one"));
    assertEquals(List.of(), backoff.pauses);
  }

  @Test
  void serverThatIsGoneAndComesBackGetsTheNotice() throws Exception {
    GreenMail before = greenMail(0);
    int port = before.getSmtp().getPort();
    before.stop();
    List<GreenMail> after = new ArrayList<>();
    nextPause =
        () -> {
          if (backoff.pauses.size() == 2) {
            after.add(greenMail(port));
          }
        };
    notices(TestNotices.plain(port)).tell(TestNotices.notice());
    var sent = assertInstanceOf(NoticeResult.Sent.class, result());
    assertEquals(3, sent.attempts());
    assertEquals(1, after.getFirst().getReceivedMessages().length);
  }

  @Test
  void serverThatStaysAwayIsGivenUpAfterGrowingPauses() throws Exception {
    GreenMail gone = greenMail(0);
    int port = gone.getSmtp().getPort();
    gone.stop();
    notices(TestNotices.plain(port)).tell(TestNotices.notice());
    var gaveUp = assertInstanceOf(NoticeResult.GaveUp.class, result());
    assertEquals(SmtpNotices.MOST_TRIES, gaveUp.attempts());
    assertEquals(
        List.of(5L, 15L, 45L, 135L, 300L),
        backoff.pauses.stream().map(pause -> pause.toSeconds()).toList());
  }

  @Test
  void queueIsBoundedAndTellingNeverWaits() throws Exception {
    GreenMail gone = greenMail(0);
    int port = gone.getSmtp().getPort();
    gone.stop();
    CountDownLatch paused = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    nextPause =
        () -> {
          paused.countDown();
          awaitQuietly(goOn);
        };
    Notices notices = notices(TestNotices.plain(port));
    notices.tell(TestNotices.notice());
    assertTrue(paused.await(30, TimeUnit.SECONDS));
    for (int i = 0; i < SmtpNotices.MOST_WAITING; i++) {
      notices.tell(TestNotices.notice());
    }
    assertTrue(results.isEmpty());
    notices.tell(TestNotices.notice());
    var gaveUp = assertInstanceOf(NoticeResult.GaveUp.class, results.poll());
    assertTrue(gaveUp.why().startsWith("too many"), gaveUp.why());
    goOn.countDown();
  }

  @Test
  void closingSendsWhatWaitsAndTakesNothingMore() throws Exception {
    GreenMail server = greenMail(0);
    Notices notices = notices(TestNotices.plain(server.getSmtp().getPort()));
    notices.tell(TestNotices.notice());
    notices.tell(TestNotices.notice());
    notices.close();
    assertEquals(2, server.getReceivedMessages().length);
    notices.tell(TestNotices.notice());
    assertEquals(3, results.size());
    assertInstanceOf(NoticeResult.GaveUp.class, List.copyOf(results).getLast());
    notices.close();
  }

  @Test
  void watcherThatFailsDoesNotStopTheNextNotice() throws Exception {
    GreenMail server = greenMail(0);
    Notices notices =
        SmtpNotices.start(
            new SmtpServer(
                TestNotices.plain(server.getSmtp().getPort()), "127.0.0.1", null, System::nanoTime),
            TestNotices.composer(),
            backoff,
            result -> {
              results.add(result);
              throw new IllegalStateException("test");
            });
    open.add(notices);
    notices.tell(TestNotices.notice());
    notices.tell(TestNotices.notice());
    assertInstanceOf(NoticeResult.Sent.class, result());
    assertInstanceOf(NoticeResult.Sent.class, result());
  }

  @Test
  void withoutServerOrReceiverNobodyIsToldByMail() {
    Settings.Mail none =
        new Settings.Mail(
            null, 25, false, null, null, "parley@example.com", "desk@example.com", null);
    try (Notices notices = NoticeMail.notices(none, TestNotices.SITE, results::add)) {
      assertInstanceOf(NoNotices.class, notices);
      notices.tell(TestNotices.notice());
    }
    assertTrue(results.isEmpty());
  }

  @Test
  void assembledFromSettingsItSends() throws Exception {
    GreenMail server = greenMail(0);
    Settings.Mail settings =
        new Settings.Mail(
            "127.0.0.1",
            server.getSmtp().getPort(),
            false,
            null,
            null,
            "parley@example.com",
            "desk@example.com",
            null);
    try (Notices notices = NoticeMail.notices(settings, TestNotices.SITE, results::add)) {
      notices.tell(TestNotices.notice());
      assertInstanceOf(NoticeResult.Sent.class, result());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
