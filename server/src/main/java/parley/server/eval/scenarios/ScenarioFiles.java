package parley.server.eval.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;
import parley.dialogue.quality.Channel;
import parley.server.eval.BadTestSetException;

/// Reads scenarios: every `*.yaml` of a folder, all problems of all files at once.
final class ScenarioFiles {
  private static final Set<String> KEYS = Set.of("name", "starts", "services", "turns");
  private static final Set<String> START_KEYS = Set.of("number", "queue", "flow", "channel");

  /// The same Monday in every run: scenarios say "tomorrow".
  private static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-03-02T09:00Z");

  /// Who calls where a scenario does not say.
  static final PhoneNumber USUAL = new PhoneNumber("+441632960123");

  private final String language;
  private final Problems problems;
  private final List<Scenario> scenarios = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();

  private ScenarioFiles(String language, Problems problems) {
    this.language = language;
    this.problems = problems;
  }

  /// @throws BadTestSetException when there is no such folder or nothing in it
  /// @throws parley.dialogue.files.BadFilesException listing every problem in all files
  static List<Scenario> read(Path home, Path folder, String language) {
    Problems problems = new Problems();
    ScenarioFiles files = new ScenarioFiles(language, problems);
    for (Path file : files.files(folder)) {
      Fields top = YamlFile.read(home, file, problems);
      top.allowOnly(Set.of("scenarios"));
      top.list("scenarios").forEach(fields -> files.scenario(fields, folder));
    }
    problems.throwIfAny();
    if (files.scenarios.isEmpty()) {
      throw new BadTestSetException(
          folder + " holds no scenario; expected *.yaml files with `scenarios:`");
    }
    return files.scenarios;
  }

  private List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new BadTestSetException(
          folder + " cannot be listed; expected a folder of *.yaml files with `scenarios:`");
    }
  }

  private void scenario(Fields fields, Path beside) {
    fields.allowOnly(KEYS);
    String name = fields.text("name");
    String place = fields.file() + ":" + fields.line();
    String other = places.putIfAbsent(name, place);
    if (other != null && !name.isEmpty()) {
      fields.problem(
          fields.line("name"),
          "The scenario `" + name + "` is also at " + other + ".",
          "Names are unique over all files: rename one.");
    }
    TurnReading reading = new TurnReading(problems, fields.file(), beside);
    scenarios.add(
        new Scenario(
            fields.file(),
            name,
            start(fields),
            fields.flag("services", true),
            fields.list("turns").stream().map(reading::turn).toList()));
  }

  private ConversationEvent.Started start(Fields fields) {
    Optional<Fields> start = fields.has("starts") ? fields.below("starts") : Optional.empty();
    start.ifPresent(given -> given.allowOnly(START_KEYS));
    return new ConversationEvent.Started(
        start
            .filter(given -> given.has("number"))
            .map(given -> given.optionalText("number").map(PhoneNumber::new))
            .map(number -> number.orElse(PhoneNumber.UNKNOWN))
            .orElse(USUAL),
        language,
        start.flatMap(given -> given.optionalText("queue")).orElse(""),
        start.flatMap(given -> given.optionalText("flow")).orElse(""),
        MONDAY,
        start
            .filter(given -> given.has("channel"))
            .map(ScenarioFiles::channel)
            .orElse(Channel.VOICE),
        Set.of());
  }

  private static Channel channel(Fields start) {
    String text = start.text("channel");
    return Stream.of(Channel.values())
        .filter(channel -> channel.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseGet(() -> {
          start.problem(
              start.line("channel"),
              "There is no channel `" + text + "`.",
              "Expected voice, chat or email.");
          return Channel.VOICE;
        });
  }
}
