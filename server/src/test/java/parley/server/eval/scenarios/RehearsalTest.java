package parley.server.eval.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.server.eval.speech.RecordingEar;

/// A call to a Parley with other services set, on another day, is not made where it cannot pass.
class RehearsalTest {

  @TempDir private Path folder;

  @Test
  void servicesAndTheDayAreThoseOfTheCall() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("a.yaml"),
        """
        scenarios:
          - name: wants-services
            turns:
              - {says: look up my order, expect: {contains: [number of your order]}}
          - name: wants-none
            services: false
            turns:
              - {says: look up my order, expect: {contains: [cannot do that here]}}
          - name: wants-monday
            turns:
              - {says: hours for a certain day}
              - {says: today, expect: {contains: ["March 2"]}}
          - name: wants-the-impossible
            turns:
              - {says: goodbye, expect: {understood: pineapple}}
          - name: wants-nothing-special
            turns:
              - {says: goodbye, expect: {understood: goodbye}}
        """);
    Rehearsal rehearsal =
        new Rehearsal(
            new WordsPlayer(WordsAlone::parts, new RecordingEar(NoSound.BY_VOICE.ear())),
            () -> NoSound.NOW);
    List<Optional<String>> obstacles = new ArrayList<>();
    for (Scenario scenario : ScenarioFiles.read(folder, folder, "en")) {
      obstacles.add(rehearsal.obstacle(scenario));
    }
    assertEquals(
        List.of(
            Optional.of("it wants services that are not set here"),
            Optional.empty(),
            Optional.of("it holds only on the day that scenarios have, 2026-03-02"),
            Optional.empty(),
            Optional.empty()),
        obstacles);
  }
}
