package parley.callback.quiet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.callback.zone.NumberPlan;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.files.Problem;
import parley.dialogue.files.Problems;

class DoNotCallFileTest {

  private static final NumberPlan PLAN = new NumberPlan("GB", ZoneOffset.UTC, 4);
  private static final PhoneNumber LONDON = new PhoneNumber("+442079460123");
  private static final PhoneNumber BERLIN = new PhoneNumber("+4930123456");

  @TempDir Path home;
  private Path file;
  private final Problems problems = new Problems();

  @BeforeEach
  void nameFile() {
    file = home.resolve("do-not-call.txt");
  }

  private DoNotCallFile read() {
    return DoNotCallFile.read(home, file, PLAN, problems);
  }

  @Test
  void aNumberIsKnownInWhateverFormItIsWritten() throws IOException {
    Files.writeString(file, "# never\n020 7946 0123   # asked us on Monday\n\n+49 (30) 123456\n");

    DoNotCallFile list = read();

    assertEquals(List.of(), problems.sorted());
    assertEquals(2, list.size());
    assertTrue(list.holds(LONDON) && list.holds(BERLIN));
  }

  @Test
  void whoAsksInACallIsWrittenAtTheEndOnce() throws IOException {
    Files.writeString(file, "+4930123456");
    DoNotCallFile list = read();

    list.add(new PhoneNumber("020 7946 0123"), Instant.parse("2026-03-02T09:00:00.5Z"));
    list.add(LONDON, Instant.parse("2026-03-03T09:00:00Z"));

    assertTrue(list.holds(LONDON));
    assertEquals(
        List.of("+4930123456", "+442079460123 # asked for it in a call, 2026-03-02T09:00:00Z"),
        Files.readAllLines(file));
    assertTrue(read().holds(LONDON) && read().holds(BERLIN));
  }

  @Test
  void whoAsksIsKnownThoughTheFileIsBroken() throws IOException {
    DoNotCallFile list = read();
    Files.writeString(file, "nobody\n");

    list.add(LONDON, Instant.EPOCH);

    assertTrue(list.holds(LONDON));
  }

  @Test
  void aFileThatCannotBeWrittenIsToldAndTheNumberKnown() {
    DoNotCallFile list =
        DoNotCallFile.read(home, home.resolve("none/do-not-call.txt"), PLAN, problems);

    assertThrows(UncheckedIOException.class, () -> list.add(LONDON, Instant.EPOCH));
    assertTrue(list.holds(LONDON));
  }

  @Test
  void noFileIsAnEmptyList() {
    assertFalse(read().holds(LONDON));
    assertTrue(problems.isEmpty());
  }

  @Test
  void brokenLinesAreToldWithoutTheirNumbers() throws IOException {
    Files.writeString(file, "+4412\nJohn Smith\n+442079460123\n");

    read();

    assertEquals(
        List.of(
            "do-not-call.txt:1: The line holds no telephone number that can exist. Expected one number with its country, such as +44 20 7946 0123.",
            "do-not-call.txt:2: The line holds no telephone number that can exist. Expected one number with its country, such as +44 20 7946 0123."),
        problems.sorted().stream().map(Problem::toString).toList());
  }

  @Test
  void aChangeIsSeenAndABrokenOneLeavesTheListAsItWas() throws IOException {
    Files.writeString(file, "+442079460123\n");
    DoNotCallFile list = read();

    Files.writeString(file, "+442079460123\n+4930123456\n");
    assertTrue(list.holds(BERLIN));
    Files.writeString(file, "nobody\n");
    assertTrue(list.holds(BERLIN));
    Files.delete(file);
    assertTrue(list.holds(LONDON));
    Files.writeString(file, "+4930123456\n");
    assertFalse(list.holds(LONDON));
  }
}
