package parley.mail.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.config.MailRules;
import parley.config.SettingsLoader;
import parley.mail.attachment.AttachmentTranscriber;
import parley.mail.loop.AnswerRules;
import parley.mail.message.ReadLimits;
import parley.mail.message.SpamRule;

/// What the settings make of the rules.
class WorkRulesTest {

  private static final Path HOME = Path.of(System.getProperty("parley.home", ".."));
  private static final MailRules SHIPPED =
      SettingsLoader.load(HOME, Map.of(), List.of()).settings().mailRules();

  @Test
  void shippedSettingsAreTheUsualRules() {
    WorkRules rules = WorkRules.of(SHIPPED, AttachmentTranscriber.none());

    assertEquals(AnswerRules.DEFAULT, rules.answering());
    assertEquals(ReadLimits.DEFAULT, rules.reading().limits());
    assertEquals(SpamRule.USUAL, rules.reading().spam());
  }

  @Test
  void theSitesFilterStandsBesideTheUsualOnes() {
    MailRules rules =
        new MailRules(
            SHIPPED.limits(),
            SHIPPED.answers(),
            "mx.shop.example",
            new MailRules.SpamHeader("X-Filter", "spam"),
            List.of(),
            SHIPPED.scannerTimeout());

    var reading = WorkRules.of(rules, AttachmentTranscriber.none()).reading();

    assertEquals("mx.shop.example", reading.authservId());
    assertEquals("X-Filter", reading.spam().getLast().header());
  }
}
