package parley.db.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.mail.TestMailServer.CUSTOMER;
import static parley.db.mail.TestMailServer.SHOP;

import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.MailboxSettings;
import parley.config.MailboxSettings.Server;
import parley.config.MailboxSettings.Tls;
import parley.db.TestDatabase;
import parley.db.log.Eventually;
import parley.mail.mailbox.MailboxWatch;
import parley.mail.server.MailServers;

/// A mailbox whose server goes away, comes back, or has numbered its mails anew.
class LostMailboxTest {

  private static final DSLContext SQL = TestDatabase.database().sql();

  private final TestMailServer server = new TestMailServer();
  private final String box = "box-" + UUID.randomUUID();
  private final AtomicInteger fresh = new AtomicInteger();
  @TempDir Path files;
  private Relay relay;
  private MailboxWatch watch;

  @BeforeEach
  void start() throws IOException {
    relay = new Relay(server.server().getImap().getPort());
    watch =
        MailboxWatch.start(
            new MailServers(settings(), Clock.systemUTC()),
            new JooqReceivedMails(SQL, Optional.empty()),
            files,
            fresh::incrementAndGet,
            Clock.systemUTC());
  }

  @AfterEach
  void stop() throws IOException {
    watch.close();
    relay.close();
    server.close();
    SQL.deleteFrom(MAIL_RECEIVED).where(MAIL_RECEIVED.MAILBOX.eq(box)).execute();
  }

  private MailboxSettings settings() {
    MailboxSettings usual = server.mailbox();
    return new MailboxSettings(
        box,
        usual.address(),
        usual.workTo(),
        new Server("127.0.0.1", relay.port(), Tls.NONE),
        usual.out(),
        usual.user(),
        usual.password(),
        null,
        usual.folder(),
        usual.mark(),
        usual.takenFolder(),
        usual.old(),
        usual.receipt());
  }

  @Test
  void whatComesWhileTheServerIsAwayIsTakenWhenItIsBack() throws Exception {
    server.send(server.mail(CUSTOMER, SHOP, "One", "The first."));
    Eventually.isTrue("the first is taken", () -> taken() == 1);

    relay.goAway();
    server.send(server.mail(CUSTOMER, SHOP, "Two", "The second."));
    relay.leadTo(server.server().getImap().getPort());

    Eventually.isTrue("the second is taken", () -> taken() == 2);
    Eventually.isTrue("the second was told of", () -> fresh.get() == 2);
  }

  @Test
  void newNumbersLoseNothingAndDoubleNothing() throws Exception {
    for (String name : List.of("One", "Two", "Three")) {
      server.send(server.mail(CUSTOMER, SHOP, name, "Mail " + name));
    }
    Eventually.isTrue("all are taken", () -> taken() == 3);
    List<MimeMessage> mails = server.inbox(SHOP);
    // GreenMail takes the second in which a mailbox is made for its UIDVALIDITY.
    long before = server.uidValidity(SHOP);
    Eventually.isTrue(
        "another second", () -> Clock.systemUTC().instant().getEpochSecond() > before);

    try (TestMailServer renumbered = new TestMailServer()) {
      assertNotEquals(server.uidValidity(SHOP), renumbered.uidValidity(SHOP));
      for (MimeMessage mail : mails.reversed()) {
        renumbered.sendAsItIs(new MimeMessage(mail));
      }
      renumbered.send(renumbered.mail(CUSTOMER, SHOP, "Four", "Mail Four"));
      relay.goAway();
      relay.leadTo(renumbered.server().getImap().getPort());

      Eventually.isTrue("the new one is taken", () -> taken() == 4);
      Eventually.isTrue("all are marked under their new numbers", () -> allSeen(renumbered));
      Eventually.isTrue("each was told of once", () -> fresh.get() == 4);
      assertEquals(4, taken());
    }
  }

  private int taken() {
    return SQL.fetchCount(MAIL_RECEIVED, MAIL_RECEIVED.MAILBOX.eq(box));
  }

  private static boolean allSeen(TestMailServer at) {
    List<MimeMessage> mails = at.inbox(SHOP);
    return mails.size() == 4 && mails.stream().allMatch(LostMailboxTest::isSeen);
  }

  private static boolean isSeen(MimeMessage mail) {
    try {
      return mail.isSet(Flags.Flag.SEEN);
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
