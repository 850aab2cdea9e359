package parley.dialogue.ending;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.call.Spoken;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.privacy.Gist;
import parley.dialogue.understanding.Command;

/// Something that the customer wanted, as one turn of the log has it. Pure.
///
/// @param understoodAs as in the log: an entry, an entry with a `?`, a flow, or `not-understood`
/// @param answered whether it was answered, or what it wanted done was done
record Matter(TurnTaken turn, String understoodAs, boolean answered) {

  private static final String FLOW = "flow-";

  /// What the log notes of turns that answer a question of Parley's, or lead nowhere.
  private static final Set<String> NO_MATTER =
      Stream.concat(
              Stream.of(Command.values()).map(Command::key),
              Stream.of(
                  "",
                  "number",
                  "told",
                  "lacking",
                  "unusable",
                  "backchannel",
                  "silence",
                  "while-handing-over",
                  "after-goodbye"))
          .collect(Collectors.toUnmodifiableSet());

  private static final int FEWEST_WORDS = 2;
  private static final int ABOUT_SOMETHING = 6;

  /// The turn as something wanted; empty when it is none.
  static Optional<Matter> in(TurnTaken turn) {
    if (turn.speaker() != Speaker.CALLER || turn.keyed()) {
      return Optional.empty();
    }
    String key = turn.understoodAs();
    String name = key.endsWith("?") ? key.substring(0, key.length() - 1) : key;
    int words = turn.words().wordCount();
    // "I want a person, it is about my broken screen": there is something to remember.
    boolean person = name.equals(Command.PERSON.key()) && words >= ABOUT_SOMETHING;
    boolean noise = key.equals("not-understood") && words < FEWEST_WORDS;
    return (NO_MATTER.contains(name) && !person) || noise
        ? Optional.empty()
        : Optional.of(new Matter(turn, key, false));
  }

  Matter asAnswered() {
    return new Matter(turn, understoodAs, true);
  }

  boolean understood() {
    return !understoodAs.equals("not-understood");
  }

  /// The flow that it started; empty when it is a question.
  Optional<String> flow() {
    return understoodAs.startsWith(FLOW)
        ? Optional.of(understoodAs.substring(FLOW.length()))
        : Optional.empty();
  }

  /// The words without personal data, not too many of them.
  String gist() {
    return Gist.of(turn.words().text());
  }

  Spoken topic() {
    return new Spoken(gist());
  }
}
