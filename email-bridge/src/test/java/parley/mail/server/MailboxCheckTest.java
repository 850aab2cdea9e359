package parley.mail.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.config.MailboxSettings;
import parley.config.MailboxSettings.Mark;
import parley.config.MailboxSettings.Old;
import parley.config.MailboxSettings.Server;
import parley.config.MailboxSettings.Tls;
import parley.config.Secret;

class MailboxCheckTest {

  private static final String SHOP = "support@shop.test";

  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });

  @BeforeEach
  void start() {
    mail.start();
    var _ = mail.setUser(SHOP, SHOP, "right");
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @Test
  void everyStepOfAGoodMailboxPasses() {
    List<CheckedStep> steps = check("right", "INBOX", mail.getImap().getPort());

    assertTrue(steps.stream().allMatch(CheckedStep::passed), steps::toString);
    assertEquals(
        List.of("IMAP login", "folder", "IDLE", "mark", "SMTP login"),
        steps.stream().map(CheckedStep::name).toList());
  }

  @Test
  void aWrongPasswordIsSaidForBothServers() {
    List<String> wrong = wrong(check("wrong", "INBOX", mail.getImap().getPort()));

    assertEquals(2, wrong.size());
    assertTrue(wrong.getFirst().startsWith("The server refuses user or password"), wrong::toString);
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertEquals(
        List.of("There is no folder Support: correct its name."),
        wrong(check("right", "Support", mail.getImap().getPort())));
  }

  @Test
  void aPortWhereNothingAnswersIsNamed() {
    // Nobody may listen there but the system itself.
    int port = 1;

    List<String> wrong = wrong(check("right", "INBOX", port));

    assertEquals(1, wrong.size());
    assertTrue(wrong.getFirst().startsWith("Nothing answers at 127.0.0.1:1:"), wrong::toString);
  }

  private List<CheckedStep> check(String password, String folder, int imapPort) {
    return MailboxCheck.of(
        new MailServers(
            new MailboxSettings(
                "shop",
                SHOP,
                null,
                new Server("127.0.0.1", imapPort, Tls.NONE),
                new Server("127.0.0.1", mail.getSmtp().getPort(), Tls.NONE),
                SHOP,
                new Secret(password),
                null,
                folder,
                Mark.SEEN,
                "Parley",
                Old.UNREAD,
                true),
            Clock.systemUTC()));
  }

  private static List<String> wrong(List<CheckedStep> steps) {
    return steps.stream().filter(step -> !step.passed()).map(CheckedStep::says).toList();
  }
}
