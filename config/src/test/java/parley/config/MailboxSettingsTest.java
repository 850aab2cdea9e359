package parley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxSettingsTest {

  private static final String WHOLE =
      "name: help, address: help@shop.test, imap-host: imap.shop.test, smtp-host: smtp.shop.test,"
          + " user: help, password-file: pass";

  @TempDir Path home;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("pass"), "s3cret\n");
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws IOException {
    MailboxSettings mailbox = load("{" + WHOLE + "}").getFirst();

    assertEquals(993, mailbox.in().port());
    assertEquals(MailboxSettings.Tls.IMPLICIT, mailbox.in().tls());
    assertEquals(465, mailbox.out().port());
    assertEquals("INBOX", mailbox.folder());
    assertEquals(MailboxSettings.Mark.SEEN, mailbox.mark());
    assertEquals(MailboxSettings.Old.UNREAD, mailbox.old());
    assertNotNull(mailbox.password());
    assertNull(mailbox.token());
  }

  @Test
  void aTokenStandsInForAPassword() throws IOException {
    MailboxSettings.Token token =
        load("{"
                + WHOLE.replace(
                    "password-file",
                    "oauth-token-url: 'https://login.test/token', oauth-client-id: parley,"
                        + " oauth-refresh-token-file")
                + "}")
            .getFirst()
            .token();

    assertNotNull(token);
    assertEquals("parley", token.client());
    assertNull(token.clientSecret());
    assertEquals(new Secret("s3cret"), token.refreshToken());
  }

  @Test
  void theDomainThatSignsIsThatOfTheAddressAndFilesLieBelowHome() throws IOException {
    MailboxSettings mailbox =
        load("{" + WHOLE + ", dkim-selector: key1, dkim-key-file: keys/dkim.pem}").getFirst();

    assertEquals(
        new MailboxSettings.Dkim("key1", "shop.test", home.resolve("keys/dkim.pem")),
        mailbox.dkim());
    assertNull(mailbox.trustStore());
  }

  @Test
  void severalAreKeptInOrderAndASwitchedOffOneIsLeftOut() throws IOException {
    List<MailboxSettings> mailboxes =
        load(
            "{"
                + WHOLE
                + "}, {enabled: false, "
                + WHOLE
                + "}, {"
                + WHOLE.replace("help", "sales")
                + "}");

    assertEquals(List.of("help", "sales"), mailboxes.stream().map(MailboxSettings::name).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          address: help@shop.test, | address: nonsense, | mail.mailboxes[0].address (config/parley.yaml:1) is "nonsense"; allowed is a mail address
          name: help, | '' | mail.mailboxes[0].name is missing; allowed is
          password-file: pass | mark: seen | mail.mailboxes[0].password and oauth-token-url are both not set; set password-file
          user: help, | user: help, work-to: help@shop.test, | mail.mailboxes[0].work-to is the mailbox's own address
          user: help, | user: help, imap-tls: none, | mail.mailboxes[0].imap-tls is none, and the server is not on this machine
          user: help, | user: help, mark: move, taken-folder: INBOX, | mail.mailboxes[0].taken-folder is the folder that is watched
          user: help, | user: help, oauth-token-url: 'https://t.test', | mail.mailboxes[0].oauth-client-id is missing, and oauth-token-url needs it
          user: help, | user: help, dkim-selector: key1, | mail.mailboxes[0].dkim-key-file is missing, and dkim-selector needs it
          user: help, | user: help, dkim-key-file: key.pem, | mail.mailboxes[0].dkim-selector is missing, and dkim-key-file and dkim-domain need it
          user: help, | user: help, mark: red, | mail.mailboxes[0].mark (config/parley.yaml:1) is "red"; allowed is seen or keyword or move.
          """)
  void whatIsWrongIsToldWithItsPlace(String from, String to, String message) {
    SettingsException wrong =
        assertThrows(
            SettingsException.class,
            () -> load("{" + WHOLE.replace(from, to == null ? "" : to) + "}"));

    assertTrue(
        wrong.problems().stream().anyMatch(problem -> problem.startsWith(message)),
        () -> wrong.problems().toString());
  }

  private List<MailboxSettings> load(String mailboxes) throws IOException {
    Files.writeString(
        home.resolve("config/parley.yaml"), "mail: {mailboxes: [" + mailboxes + "]}\n");
    return SettingsLoader.load(home, Map.of(), List.of()).settings().mailboxes();
  }
}
