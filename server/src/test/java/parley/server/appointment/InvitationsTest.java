package parley.server.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.AppointmentDesk;
import parley.callback.appointment.Booked;
import parley.callback.appointment.Customer;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.Goal;
import parley.callback.calendar.Span;
import parley.callback.slot.Slot;
import parley.callback.slot.SlotWish;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.db.DatabaseParts;
import parley.db.appointment.AppointmentStores;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.llm.Answerer;
import parley.mail.attachment.AttachmentTranscriber;
import parley.mail.calendar.Invitation;
import parley.mail.work.AnsweredMail;
import parley.server.calendars.SiteCalendars;
import parley.server.wiring.AppointmentWiring;
import parley.server.wiring.CallbackWiring;
import parley.server.wiring.MailWiring;

/// An appointment's whole way: booked by the command's desk, told by a real mail server, answered
/// by the customer's calendar, kept in a real database.
@Tag("calls")
class InvitationsTest {

  private static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();
  private static final String SHOP = "support@shop.test";
  private static final String CARLA = "carla@example.test";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Clock clock = Clock.systemUTC();
  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  @TempDir Path folder;
  private Settings settings;
  private DatabaseParts database;
  private AppointmentWiring appointments;
  private AnsweredMail mail;

  @BeforeEach
  void start() throws IOException {
    server.start();
    var _ = server.setUser(SHOP, SHOP, "secret");
    var _ = server.setUser(CARLA, CARLA, "secret");
    settings = settings();
    database = DatabaseParts.open(settings.database(), settings.state());
    appointments =
        AppointmentWiring.start(
            settings,
            SiteCalendars.book(settings),
            database.appointments(),
            database.mail(Optional.empty()).outbox(),
            CallbackWiring.calling(settings, CallbackWiring.parts(settings, database, clock)),
            clock);
    DialogueParts dialogue = DialogueParts.load(HOME, settings, DialogueModels.NONE);
    mail =
        MailWiring.start(
            settings,
            new MailWiring.Using(
                dialogue,
                database,
                Answerer.NONE,
                AttachmentTranscriber.none(),
                appointments.replies(),
                appointments.changes(settings)),
            clock);
  }

  @AfterEach
  void stop() {
    mail.close();
    appointments.close();
    database.close();
    server.stop();
  }

  private Settings settings() {
    String box = "mail.mailboxes[0].";
    Map<String, String> all =
        Map.ofEntries(
            Map.entry("state", folder.resolve("state").toString()),
            Map.entry("mail.authserv-id", "mx.shop.test"),
            Map.entry(box + "enabled", "true"),
            Map.entry(box + "name", "shop"),
            Map.entry(box + "address", SHOP),
            Map.entry(box + "user", SHOP),
            Map.entry(box + "password", "secret"),
            Map.entry(box + "imap-host", "127.0.0.1"),
            Map.entry(box + "imap-port", Integer.toString(server.getImap().getPort())),
            Map.entry(box + "imap-tls", "none"),
            Map.entry(box + "smtp-host", "127.0.0.1"),
            Map.entry(box + "smtp-port", Integer.toString(server.getSmtp().getPort())),
            Map.entry(box + "smtp-tls", "none"));
    List<SettingsLoader.Given> given =
        all.entrySet().stream()
            .map(one -> new SettingsLoader.Given(one.getKey(), one.getValue(), "test"))
            .toList();
    return SettingsLoader.load(HOME, Map.of(), given).settings();
  }

  @Test
  void anInvitationGoesOutAndItsAnswersAreUnderstood() throws Exception {
    AppointmentStores stores = database.appointments();
    AppointmentDesk desk = desk();
    Appointment one = booked(desk);

    until("the invitation is there", () -> inbox().size() == 1);
    Invitation invitation = CalendarMails.invitation(inbox().getFirst());
    assertEquals("REQUEST", invitation.method());
    assertEquals(one.id().toString(), invitation.uid());
    assertEquals(one.slot().span().from(), invitation.start().orElseThrow());

    answer(one, "ACCEPTED");
    until(
        "it is accepted",
        () ->
            stores.appointments().find(one.id()).orElseThrow().answer()
                == Appointment.Answer.ACCEPTED);
    Path feed = settings.state().resolve("feeds/" + one.slot().calendars().getFirst() + ".ics");
    until("its calendar's file has it", () -> holds(feed, one.id().toString()));

    answer(one, "DECLINED");
    until(
        "it is freed",
        () ->
            stores.appointments().find(one.id()).orElseThrow().state()
                == Appointment.State.DECLINED);
    until("the customer is asked for another time", () -> inbox().size() == 2);
    assertTrue(inbox().get(1).getSubject().startsWith("Another time?"));
    assertInstanceOf(Booked.Done.class, desk.move(one.id(), one.slot().local()));
    until("and told of it", () -> inbox().size() == 3);
    assertEquals(1, CalendarMails.invitation(inbox().get(2)).sequence());
  }

  @Test
  void aMailThatTheServerVouchesForMovesItAndAnyOtherDoesNot() throws Exception {
    AppointmentDesk desk = desk();
    Appointment one = booked(desk);
    until("the invitation is there", () -> inbox().size() == 1);

    write("Please cancel my appointment.", "mx.shop.test; dmarc=none");
    until("word that a person will write", () -> inbox().size() == 2);
    assertEquals(one, found(one));

    write("I cannot make it. Please cancel my appointment.", "mx.shop.test; dmarc=pass");
    until("the reply and the cancellation", () -> inbox().size() == 4);
    assertEquals(Appointment.State.CANCELLED, found(one).state());
    List<String> subjects = inbox().stream().map(InvitationsTest::subject).sorted().toList();
    assertTrue(subjects.getFirst().startsWith("Cancelled: "), subjects::toString);
  }

  private Appointment found(Appointment one) {
    return database.appointments().appointments().find(one.id()).orElseThrow();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private AppointmentDesk desk() {
    return new AppointmentDesk(
        SiteCalendars.book(settings), database.appointments().appointments(), () -> {}, clock);
  }

  private Appointment booked(AppointmentDesk desk) {
    CalendarBook book = desk.book();
    Instant now = clock.instant();
    Span within = new Span(now, now.plus(Duration.ofDays(20)));
    Slot slot = desk.slots(SlotWish.any("advice", book.zone(), within, Goal.SOONEST, 1)).getFirst();
    Customer carla = new Customer("4711", "Carla", CARLA, PhoneNumber.UNKNOWN, "en");
    Booked booked =
        desk.book(
            new AppointmentDesk.Request(
                Objects.requireNonNull(book.kinds().get("advice")),
                slot.local(),
                book.zone(),
                "",
                carla,
                "a kettle"));
    return assertInstanceOf(Booked.Done.class, booked).appointment();
  }

  /// @param results what the receiving server says of the sender
  private void write(String words, String results) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
    MimeMessage mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom(CARLA);
    mail.setRecipients(Message.RecipientType.TO, SHOP);
    mail.setSubject("Tuesday");
    mail.setText(words);
    mail.setHeader("Authentication-Results", results);
    Transport.send(mail);
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.exists(file) && Files.readString(file).contains(text);
    } catch (IOException _) {
      return false;
    }
  }

  private List<MimeMessage> inbox() {
    try {
      return server
          .getManagers()
          .getImapHostManager()
          .getInbox(server.getUserManager().getUserByEmail(CARLA))
          .getMessages()
          .stream()
          .map(stored -> stored.getMimeMessage())
          .toList();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(Appointment to, String answer) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
    MimeMessage reply = new MimeMessage(Session.getInstance(properties));
    reply.setFrom(CARLA);
    reply.setRecipients(Message.RecipientType.TO, SHOP);
    reply.setSubject(answer + ": advice");
    String calendar = CalendarMails.answer(to, answer, CARLA);
    reply.setContent(calendar, "text/calendar; charset=UTF-8; method=REPLY");
    reply.saveChanges();
    Transport.send(reply);
  }

  private static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "Not in time: " + what);
      LockSupport.parkNanos(20_000_000);
    }
  }
}
