package parley.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.dialogue.call.CallId;
import parley.dialogue.call.Spoken;
import parley.dialogue.log.CallLog;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.log.LogEntry.TurnTimings;
import parley.dialogue.log.MaskingLog;
import parley.dialogue.sealing.KeyRing;

/// `./parley calls show ID --original`: for those who have the key, and never without a line in the
/// audit. What is logged comes through the same masking log as in calls.
class OriginalCallTest {

  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final CallId CALL = CallId.random();
  private static final String SAID = "my name is priya raghunathan";

  @TempDir private Path home;
  private final List<TurnTaken> turns = new ArrayList<>();
  private final Map<UUID, String> sealed = new HashMap<>();
  private final List<LogEntry.Audited> audit = new ArrayList<>();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  private static String key(String name, int of) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) of;
    return name + ":" + Base64.getEncoder().encodeToString(bytes);
  }

  private void called(String key) {
    KeyRing ring = KeyRing.of(key, new SecureRandom());
    new MaskingLog(this::keep, Optional.of(ring))
        .write(
            new TurnTaken(
                UUID.randomUUID(),
                CALL,
                AT,
                1,
                Speaker.CALLER,
                new Spoken(SAID),
                false,
                0,
                1_000,
                0.9,
                false,
                TurnTimings.NONE,
                "",
                "",
                List.of()));
  }

  private void keep(LogEntry entry) {
    if (entry instanceof TurnTaken turn) {
      turns.add(turn);
    } else if (entry instanceof LogEntry.OriginalSealed original) {
      sealed.put(original.turn(), original.sealed());
    }
  }

  @BeforeEach
  void settings() throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/parley.yaml"), "");
  }

  private int show(Map<String, String> environment, String... more) {
    out = new StringWriter();
    err = new StringWriter();
    CommandContext context =
        new CommandContext(
            home, environment, new PrintWriter(out), new PrintWriter(err), new Access());
    List<String> arguments = new ArrayList<>(List.of("calls", "show", CALL.toString()));
    arguments.addAll(List.of(more));
    return CommandLineFactory.of(
            context, List.of(new CallsCommand(context, Clock.fixed(AT, ZoneOffset.UTC))))
        .execute(arguments.toArray(String[]::new));
  }

  private static Map<String, String> with(String key) {
    return Map.of("PARLEY_PRIVACY_KEY", key);
  }

  @Test
  void whoHasTheKeyReadsWhatWasSaidAndTheAuditSaysSo() {
    called(key("may", 1));
    assertEquals(0, show(with(key("may", 1))), () -> err.toString());
    assertFalse(out.toString().contains("priya"), out.toString());
    assertEquals(List.of(), audit);

    for (String form : List.of("", "--json")) {
      String[] more =
          form.isEmpty() ? new String[] {"--original"} : new String[] {"--original", form};
      assertEquals(0, show(with(key("june", 2) + "," + key("may", 1)), more), () -> err.toString());
      assertTrue(out.toString().contains(SAID), out.toString());
    }
    assertEquals(2, audit.size());
    assertEquals("originals-read", audit.getFirst().what());
    assertEquals(CALL, audit.getFirst().call());
  }

  @Test
  void withoutTheKeyNothingIsReadAndNothingNoted() {
    called(key("may", 1));
    assertEquals(1, show(Map.of(), "--original"));
    assertTrue(err.toString().contains("--original needs the key"), err.toString());
    assertEquals("", out.toString());
    assertEquals(List.of(), audit);
  }

  @Test
  void aWrongKeyIsToldInOneSentence() {
    called(key("may", 1));
    assertEquals(1, show(with(key("may", 3)), "--original"));
    assertEquals(1, err.toString().strip().lines().count(), err.toString());
    assertFalse(out.toString().contains("priya"), out.toString());

    assertEquals(1, show(with(key("june", 1)), "--original"));
    assertTrue(err.toString().contains("which privacy.key does not hold"), err.toString());
  }

  @Test
  void maskedAndOriginalExcludeEachOther() {
    called(key("may", 1));
    assertEquals(1, show(with(key("may", 1)), "--original", "--masked"));
    assertTrue(err.toString().contains("exclude each other"), err.toString());
    assertEquals(List.of(), audit);
  }

  /// One call, and what is sealed of it only with a line in the audit.
  private final class Access implements CommandContext.CallLogAccess, CallLog {
    @Override
    public <T> T read(Settings settings, Function<CallLog, T> work) {
      return work.apply(this);
    }

    @Override
    public List<CallSummary> list(Filter filter) {
      return List.of();
    }

    @Override
    public Optional<CallDetail> find(CallId id) {
      return Optional.of(
          new CallDetail(
              new CallSummary(CALL, AT, AT, "", "1000", null, turns.size()),
              "en",
              "",
              turns,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              null));
    }

    @Override
    public List<CallId> idsBeginning(String prefix, int atMost) {
      return List.of(CALL);
    }

    @Override
    public Optional<CallDetail> findBySipCallId(String sipCallId) {
      return Optional.empty();
    }

    @Override
    public Map<UUID, String> readOriginals(LogEntry.Audited reading) {
      audit.add(reading);
      return Map.copyOf(sealed);
    }
  }
}
