package parley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How mail is dealt with in all mailboxes.
class MailRulesTest {

  @TempDir Path home;

  @Test
  void aScannerAndAFiltersHeaderAreReadWhole() throws IOException {
    MailRules rules = load("scanner: /usr/bin/clamdscan --fdpass, spam-header: 'X-Filter: spam'");

    assertEquals(List.of("/usr/bin/clamdscan", "--fdpass"), rules.scanner());
    assertEquals(new MailRules.SpamHeader("X-Filter", "spam"), rules.spamHeader());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scanner: clamdscan | mail.scanner (config/parley.yaml:1) is "clamdscan"; allowed is a program's absolute path
          spam-header: spam | mail.spam-header (config/parley.yaml:1) is "spam"; allowed is a header and the beginning of its value
          'answers: {spam: drop}' | mail.answers.spam (config/parley.yaml:1) is "drop"; allowed is quarantine or record or ignore.
          'limits: {depth: 1}' | mail.limits.depth (config/parley.yaml:1) is "1"; allowed is a whole number from 2 to 50.
          """)
  void whatIsWrongIsSaid(String mail, String expected) {
    SettingsException wrong = assertThrows(SettingsException.class, () -> load(mail));

    String said = String.valueOf(wrong.getMessage());
    assertTrue(said.contains(expected), said);
  }

  private MailRules load(String mail) throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/parley.yaml"), "mail: {" + mail + "}\n");
    return SettingsLoader.load(home, Map.of(), List.of()).settings().mailRules();
  }
}
