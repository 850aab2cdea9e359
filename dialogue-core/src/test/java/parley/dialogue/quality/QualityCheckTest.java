package parley.dialogue.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import parley.dialogue.Shipped;
import parley.dialogue.quality.QualityResult.Passed;
import parley.dialogue.quality.QualityResult.Refused;

/// Drafts that must pass, and as many that must be refused for a named reason.
class QualityCheckTest {

  private final QualityCheck check = QualityCheck.usual();

  @TestFactory
  Stream<DynamicTest> everyDraftPassesOrIsRefusedForItsReason() throws IOException {
    List<String> lines =
        Files.readAllLines(
                Shipped.HOME.resolve("dialogue-core/src/test/resources/quality/drafts.tsv"))
            .stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertTrue(lines.size() >= 120, "only " + lines.size() + " drafts");
    return lines.stream().map(line -> dynamicTest(line, () -> play(line.split("\t", -1))));
  }

  private void play(String... columns) {
    QualityResult result = check.check(draft(columns[1], columns[2], columns[3]));
    if (columns[0].equals("PASS")) {
      assertEquals(new Passed(), result);
    } else {
      Refused refused = assertInstanceOf(Refused.class, result);
      assertTrue(
          refused.reasons().stream().anyMatch(r -> r.fault() == Fault.valueOf(columns[0])),
          refused.summary());
    }
  }

  private static Draft draft(String channel, String text, String sources) {
    List<String> parts = Arrays.asList(channel.split("/"));
    return new Draft(
        text.replace("\\n", "\n"),
        Channel.valueOf(parts.getFirst()),
        Stream.of(sources.split(" ## ")).map(QualityCheckTest::source).toList(),
        parts.size() > 1 ? parts.get(1) : "");
  }

  private static Source source(String text) {
    Source.Origin origin =
        Stream.of(Source.Origin.values())
            .filter(one -> one.name().startsWith(text.substring(0, 1)) && !one.name().equals("X"))
            .findFirst()
            .orElseThrow();
    return new Source(origin, text.substring(2).strip());
  }

  @Test
  void nothingThatIsLoggedHoldsTheDraftsWords() {
    Draft draft = draft("CHAT", "Anna has 77 cats, idiot.", "O: Anna");
    QualityResult result = check.check(draft);
    for (String logged : List.of(result.toString(), draft.toString(), draft.sources().toString())) {
      assertFalse(logged.contains("Anna") || logged.contains("77"), logged);
    }
  }

  @Test
  void everyShippedAnswerPassesForEveryChannelButForItsLength() {
    for (var entry : Shipped.parts().knowledge().entries()) {
      Source source = new Source(Source.Origin.KNOWLEDGE, entry.answer());
      Draft draft = new Draft(entry.answer(), Channel.CHAT, List.of(source), "en");
      assertEquals(new Passed(), check.check(draft), entry.id());
    }
  }

  @Test
  void garbageIsNoReasonToFail() {
    for (String text :
        List.of(
            "\u0000",
            "7".repeat(10_000),
            "1,".repeat(5_000),
            "½ ¾ ²",
            "1,2,3.4.5",
            "00:99 31/31/2026")) {
      String kinds =
          Stream.of(check.check(draft("CHAT", text, "K: x")))
              .map(Object::toString)
              .collect(Collectors.joining());
      assertFalse(kinds.isEmpty());
    }
  }
}
