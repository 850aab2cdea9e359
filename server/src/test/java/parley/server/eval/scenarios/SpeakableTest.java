package parley.server.eval.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What no caller can play is skipped with its reason.
class SpeakableTest {
  @TempDir private Path folder;

  private Scenario scenario(String starts, String turns) throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        "scenarios:\n  - name: one\n    starts: {%s}\n    turns: [%s]\n".formatted(starts, turns));
    return ScenarioFiles.read(folder, folder, "en").getFirst();
  }

  private Optional<String> obstacle(String starts, String turns) throws IOException {
    return new Speakable(true).obstacle(scenario(starts, turns));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {mumbles: hello}                           | line 4: a voice cannot be made as unclear
          {noise: door}                              | line 4: a noise has no sound here
          {hand-over: FAILED}                        | line 4: agents decide
          {heard: "true"}                            | line 4: every caller hears the prompt out
          {silent: 2}                                | line 4: by then nobody has been silent 2 times
          {says: x, service: failed}                 | line 4: the scenario answers in a service's place
          {says: x, expect: {sent: {order: "1"}}}    | line 4: a call's log does not hold
          """)
  void aTurnThatNobodyCanTakeNamesItsLine(String turn, String reason) throws IOException {
    String told = obstacle("", turn).orElseThrow();
    assertTrue(told.startsWith(reason), told);
  }

  @Test
  void aServiceThatHasNotAnsweredYetIsNoCalls() throws IOException {
    String asks = "{says: x, expect: {actions: [ask-service]}}";
    assertTrue(obstacle("", asks + ", {says: y}").orElseThrow().startsWith("line 4: a service is"));
    assertEquals(Optional.empty(), obstacle("", asks));
  }

  @Test
  void aStartThatOnlyADialplanCanMakeIsNoCallers() throws IOException {
    assertTrue(obstacle("queue: sales", "{says: x}").orElseThrow().contains("a queue"));
    assertTrue(obstacle("flow: callback", "{says: x}").orElseThrow().contains("a flow"));
    assertTrue(obstacle("number: no number", "{says: x}").orElseThrow().contains("such a number"));
  }

  @Test
  void wordsKeysAndSilenceInTheirOrderAreSpoken() throws IOException {
    assertEquals(
        Optional.empty(),
        obstacle(
            "number: \"\"",
            "{says: x}, {presses: 12#}, {silent: 1}, {silent: 2}, {says: y}, {silent: 1}"));
  }

  @Test
  void aPhoneThatLogsInHasNoNumberOfItsOwn() throws IOException {
    Speakable login = new Speakable(false);
    assertEquals(Optional.empty(), login.obstacle(scenario("", "{says: x}")));
    assertTrue(login.obstacle(scenario("number: \"\"", "{says: x}")).isPresent());
    assertTrue(
        login.obstacle(scenario("", "{says: x, expect: {number: \"+441632960123\"}}")).isPresent());
  }
}
