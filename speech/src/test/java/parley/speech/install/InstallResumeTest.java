package parley.speech.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Downloads that break off, and what the next try makes of their beginnings.
class InstallResumeTest {
  private static final int HALF = 1_000_000;

  @TempDir private Path folder;
  private TestSite site;
  private final byte[] zip = ModelZips.zip(ModelZips.small(TestSite.NAME, 2 * HALF));

  @BeforeEach
  void open() throws IOException {
    site = new TestSite(folder.resolve("state"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  /// A first try that breaks off in the middle.
  ///
  /// @return how much of the zip it left
  private long breakOff() {
    site.server.cutAfter(HALF);
    String sentence = site.failure(TestSite.PLAIN);
    assertTrue(sentence.contains("broke off after "), sentence);
    assertTrue(sentence.endsWith("; the same command resumes it"), sentence);
    long there = site.part().toFile().length();
    assertTrue(there > 0 && there <= HALF, "left " + there);
    assertFalse(Files.exists(site.target()));
    return there;
  }

  private ModelServer.Request last() {
    return site.server.requests(TestSite.ZIP).getLast();
  }

  @Test
  void theRestAloneIsFetched() {
    site.offer(zip, "\"1\"");
    long there = breakOff();

    site.install(TestSite.PLAIN);

    assertEquals(
        new ModelServer.Request("bytes=" + there + "-", "\"1\"", 206, zip.length - there), last());
    assertEquals(2, site.server.requests(TestSite.ZIP).size());
    assertTrue(site.lines.stream().anyMatch(line -> line.contains("going on from ")));
    assertFalse(Files.exists(site.part()));
    assertEquals(2 * HALF, site.target().resolve("am/final.mdl").toFile().length());
  }

  @Test
  void aServerThatIgnoresRangesStartsOver() {
    site.offer(zip, "\"1\"");
    breakOff();
    site.server.ignoreRange();

    site.install(TestSite.PLAIN);

    assertEquals(200, last().status());
    assertEquals(zip.length, last().sent());
    assertTrue(Files.isDirectory(site.target()));
  }

  @Test
  void aFileThatHasChangedStartsOver() {
    site.offer(zip, "\"1\"");
    breakOff();
    byte[] changed = ModelZips.zip(ModelZips.small(TestSite.NAME, 2 * HALF + 1));
    site.offer(changed, "\"2\"");

    site.install(TestSite.PLAIN);

    assertEquals("\"1\"", last().ifRange());
    assertEquals(changed.length, last().sent());
    assertEquals(2 * HALF + 1, site.target().resolve("am/final.mdl").toFile().length());
  }

  @Test
  void aWeakEtagIsNotAskedWith() throws IOException {
    site.offer(zip, "\"1\"");
    breakOff();
    Path note = site.part().resolveSibling(site.part().getFileName() + ".json");
    Files.writeString(note, Files.readString(note).replace("\\\"1\\\"", "W/\\\"0\\\""));

    site.install(TestSite.PLAIN);

    assertEquals(new ModelServer.Request(null, null, 200, zip.length), last());
  }

  @Test
  void aBeginningThatNobodyVouchesForStartsOver() {
    site.offer(zip, "");
    breakOff();

    site.install(TestSite.PLAIN);

    assertEquals(new ModelServer.Request(null, null, 200, zip.length), last());
  }

  @Test
  void aBodyWithoutALengthThatEndsEarlyCanBeResumed() {
    site.offer(zip, "\"1\"");
    site.server.hideLength();
    breakOff();

    site.install(TestSite.PLAIN);

    assertEquals(206, last().status());
  }

  @Test
  void aWholePartIsNotFetchedAgain() throws IOException {
    site.offer(zip, "\"1\"");
    Files.createDirectories(site.part().getParent());
    Files.write(site.part(), zip);

    site.install(TestSite.PLAIN);

    assertEquals(List.of(), site.server.requests(TestSite.ZIP));
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() {
    site.offer(zip, "\"1\"");
    site.server.hangAfter(HALF);
    site.giveUpAfter(Duration.ofSeconds(1));

    String sentence = site.failure(TestSite.PLAIN);

    assertTrue(sentence.contains("nothing came for 1 s"), sentence);
    assertTrue(Files.exists(site.part()));
    site.giveUpAfter(Duration.ofSeconds(30));
    site.install(TestSite.PLAIN);
    assertEquals(206, last().status());
  }

  @Test
  void anInterruptLeavesAPartAndSaysSo() {
    site.offer(zip, "\"1\"");
    site.onLine(line -> {
      if (line.endsWith(" %)")) {
        Thread.currentThread().interrupt();
      }
    });

    String sentence = site.failure(TestSite.PLAIN);

    assertEquals(
        "The install of " + TestSite.NAME + " was interrupted; the same command resumes it",
        sentence);
    assertTrue(Thread.interrupted(), "who called may want to know");
    assertTrue(Files.exists(site.part()));
    site.onLine(_ -> {});
    site.install(TestSite.PLAIN);
    assertEquals(206, last().status());
  }

  @Test
  void anInterruptWhileUnpackingLeavesTheZipAlone() {
    site.offer(zip, "\"1\"");
    site.onLine(line -> {
      if (line.endsWith("checking and unpacking")) {
        Thread.currentThread().interrupt();
      }
    });

    site.failure(TestSite.PLAIN);

    assertTrue(Thread.interrupted());
    assertEquals(
        List.of(
            ".download/" + TestSite.NAME + ".zip.part",
            ".download/" + TestSite.NAME + ".zip.part.json"),
        site.left());
  }
}
