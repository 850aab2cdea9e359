package parley.server.eval.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.config.Settings;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.intents.OnnxSentenceVectors;
import parley.server.eval.EvalCommand;
import parley.server.wiring.MoodLearning;
import picocli.CommandLine;

/// Every conversation below `config/scenarios`, understood as calls understand.
class ShippedScenariosTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final OnnxSentenceVectors VECTORS =
      new OnnxSentenceVectors(Path.of("target/native"));
  private static final DialogueModels MODELS =
      DialogueModels.of(VECTORS, OnnxSentenceVectors.NAME, Path.of("target"))
          .with(MoodLearning.atOnce(() -> VECTORS));

  private static DialogueParts parts(ScenariosEvalCommand.Services services) {
    return DialogueParts.load(
        HOME,
        "en",
        ConversationSettings.usual("Parley Service Desk", true, "general")
            .with(
                services == ScenariosEvalCommand.Services.SET
                    ? Set.copyOf(Settings.Services.NAMES)
                    : Set.of())
            .withPeople(Set.of("en", "de", "es", "fr")),
        MODELS,
        ScenarioCalls.PORTS);
  }

  @Test
  void allPass() {
    StringWriter out = new StringWriter();
    CommandLine command =
        EvalCommand.of(
            List.of(
                new ScenariosEvalCommand(
                    HOME, () -> "en", ShippedScenariosTest::parts, NoSound.BY_VOICE)));
    command.setOut(new PrintWriter(out));
    assertEquals(0, command.execute("scenarios"), out.toString());
    assertTrue(out.toString().lines().count() > 60, out.toString());
  }
}
