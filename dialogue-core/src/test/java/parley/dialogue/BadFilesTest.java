package parley.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.files.BadFilesException;

/// What an operator is told about files that cannot be used: everything, at once, with its place.
class BadFilesTest {

  @TempDir Path home;

  @BeforeEach
  void copyTheShippedFiles() throws IOException {
    for (String folder : List.of("knowledge", "commands", "prompts", "flows")) {
      Files.createDirectories(home.resolve("config").resolve(folder));
      try (Stream<Path> files = Files.list(Shipped.HOME.resolve("config").resolve(folder))) {
        for (Path file : files.toList()) {
          Files.copy(file, home.resolve("config").resolve(folder).resolve(file.getFileName()));
        }
      }
    }
    for (String file : List.of("config/escalation-rules.yaml", "config/intents.yaml")) {
      Files.copy(Shipped.HOME.resolve(file), home.resolve(file));
    }
  }

  private List<String> problems() {
    ConversationSettings settings = ConversationSettings.usual("Site", false, "support");
    BadFilesException bad =
        assertThrows(BadFilesException.class, () -> DialogueParts.load(home, "en", settings));
    return bad.problems().stream().map(Object::toString).toList();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(home.resolve("config").resolve(file), text);
  }

  private void replace(String file, String old, String with) throws IOException {
    Path path = home.resolve("config").resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(old), old);
    Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(old), with));
  }

  @Test
  void problemsOfAllFilesAreToldAtOnce() throws IOException {
    write(
        "knowledge/zz.yaml",
        """
        category: zz
        entries:
          - id: where-is-it
            question: Where is it?
            anwser: There.
          - id: where-is-it
            question: Again?
            answer: Yes.
          - question: No id?
            answer: No.
        """);
    replace("prompts/en.yaml", "  greeting:", "  greting:");
    replace("prompts/en.yaml", "{question}", "{questoin}");
    replace("escalation-rules.yaml", "knowledge: [stolen-card]", "knowledge: [stolen-cart]");
    replace("escalation-rules.yaml", "priority: HIGH", "priority: VERY");
    replace("commands/en.yaml", "  person:", "  persons:");
    String all = String.join("\n", problems());
    for (String expected :
        List.of(
            "config/knowledge/zz.yaml:5: Unknown key `anwser`. Expected `answer`?",
            "config/knowledge/zz.yaml:3: `answer` is missing or empty.",
            "config/knowledge/zz.yaml:6: The id `where-is-it` is also at config/knowledge/zz.yaml:3.",
            "config/knowledge/zz.yaml:9: `id` is missing or empty.",
            "Unknown key `greting`. Expected `greeting`?",
            "The prompt `greeting` is missing or empty. Expected one or more wordings with {site}.",
            "`do-you-mean` holds the unknown placeholder {questoin}.",
            "A wording of `do-you-mean` lacks the placeholder {question}.",
            "There is no knowledge `stolen-cart`. Expected `stolen-card`?",
            "`priority` is `VERY`. Expected LOW, MEDIUM, HIGH or URGENT.",
            "Unknown key `persons`. Expected `person`?")) {
      assertTrue(all.contains(expected), expected + "\nis not in\n" + all);
    }
  }

  @Test
  void brokenYamlIsToldWithItsLine() throws IOException {
    write("knowledge/zz.yaml", "category: zz\nentries: [\n");
    List<String> problems = problems();
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.getFirst().startsWith("config/knowledge/zz.yaml:"), problems.toString());
    assertTrue(problems.getFirst().contains("This is no YAML"), problems.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16"})
  void anotherEncodingIsToldWithTheLineWhereItBegins(String charset) throws IOException {
    Files.writeString(
        home.resolve("config/knowledge/zz.yaml"),
        "category: zz\nentries:\n  - id: cafe\n    question: Ist das Caf\u00e9 offen?\n",
        Charset.forName(charset));
    int line = charset.equals("UTF-16") ? 1 : 4;
    assertEquals(
        List.of(
            "config/knowledge/zz.yaml:%d: It is not text in UTF-8, from line %d on. Save it as UTF-8."
                .formatted(line, line)),
        problems());
  }

  @Test
  void theMarkOfAnEditorBeforeTheTextChangesNothing() throws IOException {
    Path file = home.resolve("config/escalation-rules.yaml");
    Files.writeString(file, "\uFEFF" + Files.readString(file));
    DialogueParts _ =
        DialogueParts.load(home, "en", ConversationSettings.usual("Shop", true, "support"));
  }

  @Test
  void aFileThatIsNoMappingIsTold() throws IOException {
    write("knowledge/zz.yaml", "- just\n- a list\n");
    assertTrue(problems().getFirst().contains("The file holds a list at its top."));
  }

  @Test
  void aKeyTwiceIsTold() throws IOException {
    write("escalation-rules.yaml", "rules:\n  - id: a\n    id: b\n    priority: 1\n");
    String all = String.join("\n", problems());
    assertTrue(all.contains("escalation-rules.yaml:3: The key `id` is there twice."), all);
    assertTrue(all.contains("`when` is missing or empty."), all);
  }

  @Test
  void missingFilesAreTold() throws IOException {
    Files.delete(home.resolve("config/commands/en.yaml"));
    Files.delete(home.resolve("config/escalation-rules.yaml"));
    List<String> problems = problems();
    assertEquals(2, problems.size(), problems.toString());
    assertTrue(problems.getFirst().contains("The file cannot be read"), problems.toString());
  }

  @Test
  void aRuleWithoutConditionOrWithAnUnknownPromptIsTold() throws IOException {
    write(
        "escalation-rules.yaml",
        """
        rules:
          - id: always
            priority: 1
            when: {}
            then: {say: no-such-prompt}
          - id: always
            priority: zero
            when: {failures: many, not: {any: []}}
            then: {prioritty: LOW}
        """);
    String all = String.join("\n", problems());
    for (String expected :
        List.of(
            "escalation-rules.yaml:4: `when` holds no condition",
            "escalation-rules.yaml:5: There is no prompt `no-such-prompt`",
            "escalation-rules.yaml:6: The rule `always` is also at line 2.",
            "escalation-rules.yaml:7: `priority` is `zero`. Expected a whole number",
            "`failures` is `many`.",
            "`any` is an empty list.",
            "Unknown key `prioritty`. Expected `priority`?")) {
      assertTrue(all.contains(expected), expected + "\nis not in\n" + all);
    }
  }

  @Test
  void theShippedFilesAreFineAndSpeakable() {
    List<String> fixed = Shipped.parts().fixedSentences("en");
    assertTrue(fixed.size() > 90, "only " + fixed.size());
    assertTrue(fixed.stream().noneMatch(text -> text.isBlank() || text.contains("{")));
    assertEquals(11, Shipped.parts().rules().all().size());
    assertEquals("en", Shipped.parts().language("xx").code());
  }
}
