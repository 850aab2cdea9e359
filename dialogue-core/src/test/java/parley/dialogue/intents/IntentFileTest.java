package parley.dialogue.intents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.files.Problems;

/// What is read from `config/intents.yaml`, and what is said of mistakes in it.
class IntentFileTest {
  private static final Map<String, List<String>> WORDINGS =
      Map.of(
          "order-status", List.of("where is my order", "track my order"),
          "cancel-order", List.of("cancel my order"));

  @TempDir private Path home;
  private final Problems problems = new Problems();

  private IntentFile.Content read(String text) throws IOException {
    Path file = Files.writeString(home.resolve("intents.yaml"), text);
    return IntentFile.read(
        home,
        file,
        new IntentFile.Targets(Optional.of(Set.of("order-status")), Set.of("person"), WORDINGS),
        problems);
  }

  private List<String> told() {
    return problems.sorted().stream()
        .map(problem -> problem.line() + ": " + problem.what() + " " + problem.remedy())
        .toList();
  }

  @Test
  void wordingsOfNamedEntriesAreExamplesAndAllOthersAreNone() throws IOException {
    IntentFile.Content content =
        read(
            """
            intents:
              - {id: status, flow: order-status, knowledge: [order-status], examples: [a b, c d, e f]}
              - {id: people, command: person, examples: [g h, i j, k l]}
            none: [what is the time]
            """);
    assertEquals(List.of(), told());
    assertEquals(Set.of("status", "people"), content.ids());
    assertTrue(content.examples().contains(new Example("track my order", "status")));
    assertTrue(content.examples().contains(new Example("cancel my order", Example.NONE)));
    assertTrue(content.examples().contains(new Example("what is the time", Example.NONE)));
  }

  @Test
  void everyMistakeIsNamedWithItsLine() throws IOException {
    var _ =
        read(
            """
            intents:
              - id: status
                flow: order-statu
                examples: [where is it, where is it now]
              - id: oos
                command: persons
                knowledge: [order-statsu]
                examples: [where is it, one, two]
              - id: status
                flow: order-status
                command: person
                exampels: [one]
            """);
    List<String> told = told();
    assertTrue(
        told.contains(
            "3: There is no flow `order-statu`. Expected `order-status`? It is one of order-status."),
        told.toString());
    assertTrue(told.stream().anyMatch(line -> line.startsWith("4: The intent has 2 examples.")));
    assertTrue(told.stream().anyMatch(line -> line.startsWith("5: The id `oos` is not usable.")));
    assertTrue(
        told.stream().anyMatch(line -> line.startsWith("6: There is no command `persons`.")));
    assertTrue(
        told.stream().anyMatch(line -> line.startsWith("7: There is no entry `order-statsu`")));
    assertTrue(
        told.stream()
            .anyMatch(
                line -> line.contains("`oos` and `status` both have the example \"where is it\"")));
    assertTrue(
        told.stream()
            .anyMatch(line -> line.startsWith("11: The intent has a flow and a command.")));
    assertTrue(
        told.stream().anyMatch(line -> line.contains("Unknown key `exampels`")), told.toString());
  }

  @Test
  void aSiteWithoutTheFileHasNoIntents() {
    IntentFile.Content content =
        IntentFile.read(
            home,
            home.resolve("intents.yaml"),
            new IntentFile.Targets(Optional.empty(), Set.of(), WORDINGS),
            problems);
    assertEquals(Set.of(), content.ids());
    assertEquals(List.of(), told());
  }
}
