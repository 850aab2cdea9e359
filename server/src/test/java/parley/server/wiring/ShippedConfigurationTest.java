package parley.server.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.dialogue.DialogueParts;
import parley.dialogue.escalation.Rule;

/// That the files below `config/` fit each other.
class ShippedConfigurationTest {
  private static final Settings SETTINGS =
      SettingsLoader.load(checkout(), Map.of(), List.of()).settings();
  private static final DialogueParts DIALOGUE = DialogueParts.load(checkout(), SETTINGS);

  private static Path checkout() {
    // Maven runs tests in the module's folder.
    return Path.of("..").toAbsolutePath().normalize();
  }

  @Test
  void somebodyHasEverySkillAndQueueThatARuleNames() {
    Set<String> had = new TreeSet<>(Set.of("", "general"));
    SETTINGS.agents().forEach(agent -> had.addAll(agent.skills()));
    for (Rule rule : DIALOGUE.rules().all()) {
      assertTrue(had.contains(rule.skill()), rule.id() + " wants the skill " + rule.skill());
      assertTrue(had.contains(rule.queue()), rule.id() + " names the queue " + rule.queue());
    }
  }

  @Test
  void somebodyServesTheUsualQueue() {
    String queue = SETTINGS.transfer().queue();
    assertTrue(SETTINGS.agents().stream().anyMatch(agent -> agent.skills().contains(queue)));
  }

  @Test
  void theBenchAsksWhatTheKnowledgeAnswers() {
    List<String> wordings =
        DIALOGUE.knowledge().questions().stream().map(ShippedConfigurationTest::plain).toList();
    List<String> unknown =
        BenchQuestions.ALL.stream().filter(asked -> !wordings.contains(plain(asked))).toList();
    assertEquals(List.of(), unknown);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z' ]", "");
  }
}
