package parley.server.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.callback.followup.FollowUpLetter;
import parley.callback.followup.FollowUpTasks;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.dialogue.conclusion.FollowUp;
import parley.dialogue.files.Problems;
import parley.dialogue.prompts.PromptFile;
import parley.dialogue.prompts.Prompts;
import parley.mail.loop.OwnMail;
import parley.mail.outbox.Outbox;
import parley.mail.outbox.Outgoing;
import parley.server.paper.SitePaper;

/// What customers and supervisors are written about what is left to be done.
class FollowUpMailTest {

  private static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOON = Instant.parse("2026-07-08T10:00:00Z");

  private final Sent outbox = new Sent();
  private Instant now = NOON;

  /// Keeps what is to be sent, once an id, as the database does.
  private static final class Sent implements Outbox {
    final List<Outgoing> mails = new ArrayList<>();

    @Override
    public boolean isDue(String mailbox, Instant now) {
      return !mails.isEmpty();
    }

    @Override
    public void add(Outgoing mail, Instant now) {
      if (mails.stream().noneMatch(one -> one.id().equals(mail.id()))) {
        mails.add(mail);
      }
    }

    @Override
    public Optional<Outgoing> next(String mailbox, String owner, Instant now, Instant until) {
      return Optional.empty();
    }

    @Override
    public void sent(UUID id, Instant at) {}

    @Override
    public void failed(UUID id, String why, Instant next) {}

    @Override
    public void refused(UUID id, String why) {}

    @Override
    public void doubtful(UUID id, String why, Instant at) {}

    @Override
    public void takeOver(String owner, Instant now) {}

    @Override
    public Doubts settle(String mailbox, boolean receipts, Duration grace, Instant now) {
      return new Doubts(0, 0, 0);
    }
  }

  private SitePaper paper(Instant at) {
    return new SitePaper(
        settings().mailboxes(),
        "The Shop",
        OwnMail.of(List.of("support@shop.test"), "test"),
        outbox,
        Clock.fixed(at, BERLIN));
  }

  private static Settings settings() {
    String box = "mail.mailboxes[0].";
    Map<String, String> all =
        Map.of(
            box + "enabled", "true",
            box + "name", "shop",
            box + "address", "support@shop.test",
            box + "user", "shop",
            box + "password", "secret",
            box + "imap-host", "127.0.0.1",
            box + "smtp-host", "127.0.0.1");
    return SettingsLoader.load(
            HOME,
            Map.of(),
            all.entrySet().stream()
                .map(one -> new SettingsLoader.Given(one.getKey(), one.getValue(), "test"))
                .toList())
        .settings();
  }

  private static Prompts prompts() {
    Problems problems = new Problems();
    Prompts prompts = PromptFile.read(HOME, HOME.resolve("config/prompts/en.yaml"), problems);
    problems.throwIfAny();
    return prompts;
  }

  private String only() {
    assertEquals(1, outbox.mails.size());
    return new String(outbox.mails.getFirst().bytes().raw(), StandardCharsets.US_ASCII);
  }

  private FollowUpLetter letter(Optional<FollowUpLetter.InThread> thread) {
    return new FollowUpLetter(
        UUID.nameUUIDFromBytes(new byte[] {7}),
        "carla@customer.test",
        "where is my parcel",
        "en",
        thread);
  }

  @Test
  void afterACallTheCustomerGetsOneMailThatNamesWhatTheyWanted() {
    FollowUpMail mail = new FollowUpMail(paper(NOON), _ -> prompts());
    mail.send(letter(Optional.empty()));
    mail.send(letter(Optional.empty()));

    String text = only();
    assertTrue(text.contains("Subject: Your question to The Shop"), text);
    assertTrue(text.contains("where is my parcel"), text);
    assertTrue(text.contains("Auto-Submitted: auto-generated"), text);
    assertEquals(List.of("carla@customer.test"), outbox.mails.getFirst().recipients());
  }

  @Test
  void inAThreadItAnswersTheCustomersLastMail() {
    UUID thread = UUID.randomUUID();
    FollowUpMail mail = new FollowUpMail(paper(NOON), _ -> prompts());
    mail.send(
        letter(
            Optional.of(
                new FollowUpLetter.InThread(thread, "shop", "My parcel", "<last@customer.test>"))));

    String text = only();
    assertTrue(text.contains("In-Reply-To: <last@customer.test>"), text);
    assertTrue(text.contains("Subject: Re: My parcel"), text);
    assertEquals(Optional.of(thread), outbox.mails.getFirst().thread());
  }

  private Overdue late() {
    FollowUpTasks.Task task =
        new FollowUpTasks.Task(
            UUID.fromString("11111111-0000-4000-8000-000000000001"),
            UUID.randomUUID(),
            FollowUp.Kind.REPAIR,
            NOON.minusSeconds(60),
            "call back +4930123456",
            "");
    return new Overdue(List.of(), List.of(task), List.of());
  }

  private void chase(Overdue overdue) {
    new OverdueChase("boss@shop.test", paper(now), _ -> overdue, Clock.fixed(now, BERLIN)).look();
  }

  @Test
  void supervisorsAreToldOnceADayByHoweverManyProcesses() {
    chase(late());
    chase(late());
    assertTrue(only().contains("1 follow-ups"));
    assertFalse(only().contains("123456"));

    now = NOON.plus(Duration.ofDays(1));
    chase(late());
    assertEquals(2, outbox.mails.size());
  }

  @Test
  void theyAreToldNothingAtNightNorWhenNothingIsOverdue() {
    now = Instant.parse("2026-07-08T05:59:00Z");
    chase(late());
    now = NOON;
    chase(new Overdue(List.of(), List.of(), List.of()));
    assertEquals(List.of(), outbox.mails);
  }
}
