package parley.mail.message;

import java.util.List;

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
}
