package parley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `config/parley.yaml` as it is shipped: it names every setting and explains it as the code does.
class ShippedSettingsTest {

  private static final Path HOME = Path.of(System.getProperty("parley.home", ".."));
  private static final Path FILE = HOME.resolve("config/parley.yaml");

  private static final Set<String> REQUIRED =
      Set.of(
          "agents[].id",
          "agents[].name",
          "agents[].extension",
          "mail.mailboxes[].name",
          "mail.mailboxes[].address",
          "mail.mailboxes[].imap-host",
          "mail.mailboxes[].smtp-host",
          "mail.mailboxes[].user");

  @Test
  void namesEverySettingAndNothingElse() {
    List<String> problems = new ArrayList<>();
    TreeSet<String> written = new TreeSet<>();
    YamlFile.read(FILE, "parley.yaml", problems)
        .keySet()
        .forEach(name -> written.add(name.replaceAll("\\[\\d+]", "[]")));

    TreeSet<String> known = new TreeSet<>();
    Keys.all().forEach(key -> known.add(key.yamlPath()));
    assertEquals(known, written);
    assertEquals(List.of(), problems);
  }

  @Test
  void explainsEverySettingWithReasonDefaultAndRange() throws IOException {
    String comments = Files.readString(FILE).replaceAll("\n *# ", " ").replaceAll("[ \n]+", " ");
    for (Key<?> key : Keys.all()) {
      String standard =
          REQUIRED.contains(key.path())
              ? "Required"
              : "Default: " + Objects.requireNonNullElse(key.standard(), "not set");
      String allowed =
          key.kind().secret() ? "the path of a file that holds the secret" : key.kind().allowed();
      String expected = "%s %s. Allowed: %s.".formatted(key.why(), standard, allowed);
      assertTrue(comments.contains(expected), () -> key.path() + " lacks the comment: " + expected);
    }
  }

  @Test
  void loads() {
    SettingsLoader.Loaded loaded = SettingsLoader.load(HOME, Map.of(), List.of());

    assertEquals(List.of(), loaded.notes());
  }

  @Test
  void everySettingHasAVariableOfItsOwn() {
    List<String> variables = Keys.all().stream().map(Key::variable).toList();

    assertEquals(variables.size(), new TreeSet<>(variables).size());
  }

  @Test
  void theReadmesTableHasTheRightDefaults() throws IOException {
    Pattern row = Pattern.compile("^\\| `([a-z-]+\\.[a-z.-]+)` \\| (.*?) \\|", Pattern.MULTILINE);
    List<MatchResult> rows =
        row.matcher(Files.readString(HOME.resolve("README.md"))).results().toList();

    assertTrue(rows.size() > 10);
    for (MatchResult found : rows) {
      Key<?> key =
          Keys.all().stream()
              .filter(known -> known.yamlPath().equals(found.group(1)))
              .findFirst()
              .orElseThrow();
      String expected = key.standard() == null ? "not set" : "`" + key.standard() + "`";
      assertEquals(expected, found.group(2), key.path());
    }
  }
}
