package parley.dialogue.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import parley.dialogue.Shipped;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.entities.EntityFinder;
import parley.dialogue.entities.ReferenceShape;

/// Said and written forms, with the times that they name.
class WishReadingTest {

  private static final Path FOLDER =
      Shipped.HOME.resolve("dialogue-core/src/test/resources/callback");
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:20:30Z");
  private static final WishReading READING =
      new WishReading(new EntityFinder(ReferenceShape.USUAL));

  @TestFactory
  Stream<DynamicTest> everyFormNamesItsTimes() throws IOException {
    List<String> lines = lines("wishes.tsv");
    assertTrue(lines.size() >= 80, "only " + lines.size() + " forms");
    return tests(lines, READING::read);
  }

  @TestFactory
  Stream<DynamicTest> aBareTimeIsAnAnswer() throws IOException {
    return tests(lines("answers.tsv"), READING::answer);
  }

  @Test
  void theHoursAreThoseOfTheOtherSide() {
    CallerContext tokyo = new CallerContext(MONDAY, ZoneId.of("Asia/Tokyo"), "GB");

    assertEquals(
        "2026-03-02T20:00/2026-03-02T20:30", shown(READING.read("at eight in the evening", tokyo)));
    assertEquals(
        "2026-03-02T21:20/2026-03-02T21:50", shown(READING.read("call me in two hours", tokyo)));
  }

  private static Stream<DynamicTest> tests(
      List<String> lines, BiFunction<String, CallerContext, Wished> read) {
    CallerContext london = new CallerContext(MONDAY, ZoneId.of("Europe/London"), "GB");
    return lines.stream()
        .map(line -> line.split("\t"))
        .map(form ->
            dynamicTest(form[0], () -> assertEquals(form[1], shown(read.apply(form[0], london)))));
  }

  private static List<String> lines(String file) throws IOException {
    try (Stream<String> lines = Files.lines(FOLDER.resolve(file))) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  private static String shown(Wished wished) {
    return switch (wished) {
      case Wished.Nothing _ -> "nothing";
      case Wished.NoSuchTime _ -> "never";
      case Wished.Times(List<Wished.Span> spans) when spans.equals(List.of(Wished.Span.ANY)) ->
          "soon";
      case Wished.Times(List<Wished.Span> spans) ->
          spans.stream()
              .map(span -> shown(span.from()) + "/" + shown(span.until()))
              .collect(Collectors.joining(" "));
    };
  }

  private static String shown(Optional<LocalDateTime> time) {
    return time.map(LocalDateTime::toString).orElse("-");
  }
}
