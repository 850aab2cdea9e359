package parley.dialogue.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.CallId;
import parley.dialogue.call.Spoken;
import parley.dialogue.log.LogEntry.OriginalSealed;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.sealing.KeyRing;
import parley.dialogue.sealing.Sealing;

/// What the log keeps of what was said.
class MaskingLogTest {
  private static final Sealing KEY =
      KeyRing.of("k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", new SecureRandom());
  private static final CallId CALL = CallId.random();

  private final List<LogEntry> kept = new ArrayList<>();

  private static TurnTaken turn(String words) {
    return new TurnTaken(
        UUID.randomUUID(),
        CALL,
        Instant.EPOCH,
        1,
        LogEntry.Speaker.CALLER,
        new Spoken(words),
        false,
        0,
        900,
        0.9,
        false,
        LogEntry.TurnTimings.NONE,
        "number",
        "",
        List.of());
  }

  private String wordsKept(int at) {
    return assertInstanceOf(TurnTaken.class, kept.get(at)).words().text();
  }

  @Test
  void personalDataIsKeptMaskedOnly() {
    new MaskingLog(kept::add, Optional.empty())
        .write(turn("call me on oh one six three two nine six oh one two three"));
    assertEquals(1, kept.size());
    assertFalse(wordsKept(0).contains("six"), wordsKept(0));
  }

  @Test
  void theOriginalFollowsItsTurnSealed() {
    String said = "my name is Anna Smith and my mail is anna.smith@example.org";
    TurnTaken turn = turn(said);
    new MaskingLog(kept::add, Optional.of(KEY)).write(turn);
    assertFalse(wordsKept(0).contains("example.org"), wordsKept(0));
    OriginalSealed original = assertInstanceOf(OriginalSealed.class, kept.get(1));
    assertEquals(turn.id(), original.turn());
    assertEquals(said, KEY.open(original.sealed(), MaskingLog.context(CALL, turn.id())));
  }

  @Test
  void wordsWithoutPersonalDataAreKeptAsTheyAreAndNotSealed() {
    TurnTaken turn = turn("where is my order");
    new MaskingLog(kept::add, Optional.of(KEY)).write(turn);
    assertEquals(List.of(turn), kept);
  }
}
