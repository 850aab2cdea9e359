package parley.server.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import parley.config.Secret;
import parley.config.Settings;
import parley.dialogue.call.Spoken;
import parley.dialogue.log.CallLog;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.log.MaskingLog;
import parley.dialogue.sealing.KeyRing;
import parley.dialogue.sealing.SealBrokenException;
import parley.dialogue.sealing.Sealing;

/// A call with the words as they were said, for those who have the key. That it was read is written
/// into the call's audit first.
final class OriginalCall {

  private OriginalCall() {}

  /// @throws CommandFault without the key, or with a wrong one
  static CallDetail of(CallDetail kept, CallLog log, Settings settings, Clock clock) {
    Secret key = settings.privacy().key();
    if (key == null) {
      throw new CommandFault(
          "--original needs the key: set PARLEY_PRIVACY_KEY, or privacy.key-file in"
              + " config/parley.yaml");
    }
    try {
      Sealing sealing = KeyRing.of(key.reveal(), new SecureRandom());
      Map<UUID, String> sealed =
          log.readOriginals(
              new LogEntry.Audited(
                  UUID.randomUUID(),
                  kept.call().id(),
                  clock.instant(),
                  System.getProperty("user.name", "unknown"),
                  "originals-read",
                  Map.of()));
      return new CallDetail(
          kept.call(),
          kept.language(),
          kept.queue(),
          kept.turns().stream().map(turn -> opened(turn, sealed, sealing)).toList(),
          kept.legs(),
          kept.transfers(),
          kept.recordings(),
          kept.callbacks(),
          kept.audit(),
          kept.conclusion());
    } catch (SealBrokenException e) {
      throw new CommandFault(String.valueOf(e.getMessage()));
    }
  }

  private static TurnTaken opened(TurnTaken turn, Map<UUID, String> sealed, Sealing sealing) {
    String text = sealed.get(turn.id());
    return text == null
        ? turn
        : turn.saying(new Spoken(sealing.open(text, MaskingLog.context(turn.call(), turn.id()))));
  }
}
