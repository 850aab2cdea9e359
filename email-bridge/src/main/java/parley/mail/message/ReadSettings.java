package parley.mail.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import parley.config.MailRules;

/// How a site's mails are read.
///
/// @param authservId the receiving mail server's name in Authentication-Results; empty: none is
///   trusted
/// @param spam what counts as a mark of spam
public record ReadSettings(ReadLimits limits, String authservId, List<SpamRule> spam) {

  public static final ReadSettings DEFAULT =
      new ReadSettings(ReadLimits.DEFAULT, "", SpamRule.USUAL);

  public ReadSettings {
    spam = List.copyOf(spam);
  }

  /// What is not set is as in [ReadLimits#DEFAULT].
  public static ReadSettings of(MailRules rules) {
    ReadLimits usual = ReadLimits.DEFAULT;
    long bytes = (long) rules.limits().megabytes() << 20;
    ReadLimits limits =
        new ReadLimits(
            bytes,
            usual.lineBytes(),
            usual.headerBytes(),
            rules.limits().parts(),
            rules.limits().depth(),
            usual.attachments(),
            Math.min(bytes, usual.attachmentBytes()),
            usual.textCharacters());
    List<SpamRule> spam = new ArrayList<>(SpamRule.USUAL);
    MailRules.SpamHeader header = rules.spamHeader();
    if (header != null) {
      spam.add(SpamRule.of(header.name(), "^\\s*" + Pattern.quote(header.value())));
    }
    return new ReadSettings(limits, Objects.requireNonNullElse(rules.authservId(), ""), spam);
  }
}
