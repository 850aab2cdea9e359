package parley.dialogue.understanding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;
import parley.dialogue.words.Words;

/// Reads `config/commands/<language>.yaml`.
public final class WordListFile {

  private static final Set<String> KEYS =
      Set.of("commands", "anger", "distress", "lacking", "backchannel", "filler");
  private static final Set<String> COMMANDS =
      Stream.of(Command.values()).map(Command::key).collect(Collectors.toUnmodifiableSet());

  private WordListFile() {}

  public static WordLists read(Path home, Path file, Problems problems) {
    Fields top = YamlFile.read(home, file, problems);
    top.allowOnly(KEYS);
    return new WordLists(
        commands(top),
        phrases(top, "anger"),
        phrases(top, "distress"),
        phrases(top, "lacking"),
        phrases(top, "backchannel"),
        phrases(top, "filler"));
  }

  private static Map<Command, List<Words>> commands(Fields top) {
    Map<Command, List<Words>> commands = new EnumMap<>(Command.class);
    Optional<Fields> below = top.below("commands");
    below.ifPresent(fields -> {
      fields.allowOnly(COMMANDS);
      for (Command command : Command.values()) {
        commands.put(command, phrases(fields, command.key()));
      }
      tellDoubles(fields, commands);
    });
    return commands;
  }

  private static List<Words> phrases(Fields fields, String key) {
    Set<Words> phrases = new LinkedHashSet<>();
    for (String text : fields.texts(key)) {
      Words words = Words.of(text);
      if (words.isEmpty()) {
        fields.problem(
            fields.line(key), "`" + key + "` holds a phrase without words.", "Write words.");
      } else {
        phrases.add(words);
      }
    }
    if (phrases.isEmpty() && !fields.broken()) {
      fields.problem(
          fields.line(key), "`" + key + "` has no phrase.", "Expected a list of phrases.");
    }
    return new ArrayList<>(phrases);
  }

  private static void tellDoubles(Fields fields, Map<Command, List<Words>> commands) {
    Map<Words, Command> seen = new HashMap<>();
    commands.forEach((command, phrases) ->
        phrases.forEach(phrase -> {
          Command other = seen.putIfAbsent(phrase, command);
          if (other != null) {
            fields.problem(
                fields.line(command.key()),
                "`%s` and `%s` both hold \"%s\"."
                    .formatted(command.key(), other.key(), phrase.text()),
                "A phrase belongs to one command.");
          }
        }));
  }
}
