package parley.dialogue.log;

import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.CallId;
import parley.dialogue.call.Spoken;
import parley.dialogue.log.LogEntry.OriginalSealed;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.privacy.Masking;
import parley.dialogue.sealing.Sealing;

/// Keeps words without personal data in them. Where originals are kept, those that differ follow
/// their turn sealed. Thread: as the log behind it.
public final class MaskingLog implements ConversationLog {

  private final ConversationLog log;
  private final Optional<Sealing> sealing;

  /// @param sealing where originals are kept
  public MaskingLog(ConversationLog log, Optional<Sealing> sealing) {
    this.log = log;
    this.sealing = sealing;
  }

  @Override
  public void write(LogEntry entry) {
    if (!(entry instanceof TurnTaken turn)) {
      log.write(entry);
      return;
    }
    String said = turn.words().text();
    String masked = Masking.mask(said);
    if (masked.equals(said)) {
      log.write(turn);
      return;
    }
    log.write(turn.saying(new Spoken(masked)));
    sealing.ifPresent(seal ->
        log.write(
            new OriginalSealed(
                UUID.randomUUID(),
                turn.call(),
                turn.at(),
                turn.id(),
                seal.seal(said, context(turn.call(), turn.id())))));
  }

  /// The context under which a turn's words are sealed: of no use with another turn.
  public static String context(CallId call, UUID turn) {
    return "call " + call.value() + ", turn " + turn;
  }
}
