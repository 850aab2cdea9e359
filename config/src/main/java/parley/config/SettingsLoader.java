package parley.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `config/parley.yaml`, the environment and the command line, in that order of strength, and
/// reports every problem at once. Thread: any.
public final class SettingsLoader {

  private static final String FILE = "config/parley.yaml";

  /// The launcher's and the installer's own variables, no settings.
  private static final List<String> FOREIGN =
      List.of(
          "PARLEY_JAVA_OPTS",
          "PARLEY_JVM_FOLDER",
          "PARLEY_DEBIAN_MIRROR",
          "PARLEY_DEBIAN_SUITE",
          "PARLEY_DEBIAN_KEYRING");

  private final Path home;
  private final Map<String, String> environment;
  private final List<Given> given;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Found> written = new LinkedHashMap<>();
  private final Values values;

  private SettingsLoader(Path home, Map<String, String> environment, List<Given> given) {
    this.home = home;
    this.environment = environment;
    this.given = given;
    this.values = new Values(home, written, problems);
  }

  /// A setting given on the command line.
  ///
  /// @param key the setting's name, such as `database.url`
  /// @param source as it is named in messages, such as `--database`
  public record Given(String key, String value, String source) {

    /// Several settings of one source.
    public static Given[] of(Map<String, String> values, String source) {
      return values.entrySet().stream()
          .map(entry -> new Given(entry.getKey(), entry.getValue(), source))
          .toArray(Given[]::new);
    }
  }

  /// @param notes what the operator should know though nothing is wrong, one sentence each
  public record Loaded(Settings settings, List<String> notes) {
    public Loaded {
      notes = List.copyOf(notes);
    }
  }

  /// @param home the checkout
  /// @throws SettingsException with every problem, when there is one
  public static Loaded load(Path home, Map<String, String> environment, List<Given> given) {
    return new SettingsLoader(home.toAbsolutePath().normalize(), environment, given).load();
  }

  private Loaded load() {
    readFile();
    readEnvironment();
    for (Given one : given) {
      written.put(one.key(), new Found(one.value(), false, one.source()));
    }
    Settings settings = new SettingsAssembly(home, values).settings();
    SettingsChecks.check(settings, values);
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new Loaded(settings, notes);
  }

  private void readFile() {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      notes.add(
          FILE
              + " is missing: every setting has its default, and there are no agents to put callers through to.");
      return;
    }
    YamlFile.read(file, FILE, problems).forEach(this::takeYaml);
  }

  private void takeYaml(String name, Found found) {
    String general = name.replaceAll("\\[\\d+]", "[]");
    Optional<Key<?>> key =
        Keys.all().stream().filter(known -> known.yamlPath().equals(general)).findFirst();
    if (key.isEmpty()) {
      unknownYaml(name, general, found);
    } else if (key.get().kind().secret()) {
      takeSecretFile(key.get(), name.substring(0, name.length() - "-file".length()), found);
    } else {
      written.put(name, found);
    }
  }

  private void takeSecretFile(Key<?> key, String name, Found found) {
    String file = found.text();
    if (file != null && !file.isBlank()) {
      values
          .secretFrom(key.yamlPath(), file, found.source())
          .ifPresent(text -> written.put(name, new Found(text, false, found.source())));
    }
  }

  private void unknownYaml(String name, String general, Found found) {
    if (found.text() == null && isSection(general)) {
      return;
    }
    if (isSection(general)) {
      problems.add(
          "%s (%s) is a section and not a value; allowed are its settings below it, indented."
              .formatted(name, found.source()));
    } else if (Keys.all().stream()
        .anyMatch(key -> key.kind().secret() && key.path().equals(general))) {
      problems.add(
          "%s (%s) is a secret and may not stand in this file; allowed is %s-file with the path of a file that holds it."
              .formatted(name, found.source(), name));
    } else {
      List<String> known = Keys.all().stream().map(Key::yamlPath).toList();
      problems.add(
          "%s (%s) is not a setting; the nearest one is %s."
              .formatted(name, found.source(), NearestName.of(general, known)));
    }
  }

  private static boolean isSection(String name) {
    return Keys.all().stream()
        .anyMatch(key -> key.path().startsWith(name + ".") || key.path().startsWith(name + "[]."));
  }

  private void readEnvironment() {
    Map<String, Key<?>> known = new LinkedHashMap<>();
    Keys.all().stream()
        .filter(key -> !Keys.ofList(key))
        .forEach(key -> known.put(key.variable(), key));
    environment.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("PARLEY_"))
        .filter(entry -> !FOREIGN.contains(entry.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> takeVariable(known, entry.getKey(), entry.getValue()));
  }

  private void takeVariable(Map<String, Key<?>> known, String variable, String text) {
    Key<?> key = known.get(variable);
    Key<?> fileKey =
        variable.endsWith("_FILE")
            ? known.get(variable.substring(0, variable.length() - "_FILE".length()))
            : null;
    if (key != null) {
      written.put(key.path(), new Found(text.isEmpty() ? null : text, false, variable));
    } else if (fileKey != null && fileKey.kind().secret()) {
      if (!environment.containsKey(fileKey.variable())) {
        values
            .secretFrom(variable, text, "the environment")
            .ifPresent(secret -> written.put(fileKey.path(), new Found(secret, false, variable)));
      }
    } else {
      problems.add(
          "%s (the environment) is not a setting; the nearest one is %s."
              .formatted(variable, NearestName.of(variable, known.keySet())));
    }
  }
}
