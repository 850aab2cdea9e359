package parley.dialogue.understanding;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import parley.dialogue.words.Words;

/// The phrases of one language: commands, moods, and what to leave out; see
/// `config/commands/en.yaml`.
public record WordLists(
    Map<Command, List<Words>> commands,
    List<Words> anger,
    List<Words> distress,
    List<Words> lacking,
    List<Words> backchannel,
    List<Words> filler) {

  public WordLists {
    Map<Command, List<Words>> copy = new EnumMap<>(Command.class);
    commands.forEach((command, phrases) -> copy.put(command, List.copyOf(phrases)));
    commands = Collections.unmodifiableMap(copy);
    anger = List.copyOf(anger);
    distress = List.copyOf(distress);
    lacking = List.copyOf(lacking);
    backchannel = List.copyOf(backchannel);
    filler = List.copyOf(filler);
  }

  public List<Words> phrases(Command command) {
    return commands.getOrDefault(command, List.of());
  }
}
