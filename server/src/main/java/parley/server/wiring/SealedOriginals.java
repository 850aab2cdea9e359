package parley.server.wiring;

import java.security.SecureRandom;
import java.util.Optional;
import parley.config.Settings;
import parley.dialogue.sealing.KeyRing;
import parley.dialogue.sealing.Sealing;

/// With what originals are sealed, of calls as of mails. Thread: any.
public final class SealedOriginals {

  private SealedOriginals() {}

  /// Empty where originals are kept as they are, or not at all.
  public static Optional<Sealing> sealing(Settings.Privacy privacy) {
    return switch (privacy.keepOriginals()) {
      case ENCRYPTED ->
          Optional.ofNullable(privacy.key())
              .map(ring -> KeyRing.of(ring.reveal(), new SecureRandom()));
      case NONE, PLAIN -> Optional.empty();
    };
  }
}
