package parley.server.doctor;

import java.security.SecureRandom;
import java.util.List;
import parley.config.Secret;
import parley.config.Settings;
import parley.dialogue.sealing.KeyRing;
import parley.dialogue.sealing.SealBrokenException;

/// What is kept of what people say, and whether the key to it is one.
final class PrivacyChecks {

  private static final String NAME = "privacy";

  private PrivacyChecks() {}

  static List<Finding> privacy(Settings settings) {
    Secret key = settings.privacy().key();
    if (key != null) {
      try {
        KeyRing _ = KeyRing.of(key.reveal(), new SecureRandom());
      } catch (SealBrokenException wrong) {
        return List.of(
            Finding.fail(
                NAME,
                String.valueOf(wrong.getMessage()),
                "set PARLEY_PRIVACY_KEY, or privacy.key-file in config/parley.yaml, to NAME:KEY"));
      }
    }
    return List.of(
        switch (settings.privacy().keepOriginals()) {
          case NONE -> Finding.ok(NAME, "words are kept masked");
          case ENCRYPTED -> Finding.ok(NAME, "words are kept masked, and sealed as they were said");
          case PLAIN ->
              Finding.warn(
                  NAME,
                  "words are kept as they were said, personal data included",
                  "set privacy.keep-originals to none or encrypted, unless that is wanted");
        });
  }
}
