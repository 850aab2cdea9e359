package parley.dialogue.usage;

import java.util.Set;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.understanding.Command;

/// What a turn of the caller tells of the answer before it.
enum Sign {
  NONE,
  /// Nothing else is wanted, or the answer was not it: what follows tells.
  NO,
  /// The same question again, or a person is wanted or brought in.
  NOT_IT,
  THANKS,
  GOODBYE,
  /// Another matter.
  WENT_ON;

  /** What the log notes of turns that may follow any answer. */
  private static final Set<String> TELLS_NOTHING =
      Set.of(
          "",
          Command.YES.key(),
          Command.WAIT.key(),
          Command.REPEAT.key(),
          Command.SLOWER.key(),
          Command.FASTER.key(),
          Command.HELP.key(),
          Command.CANCEL.key(),
          "backchannel",
          "silence",
          "number",
          "told",
          "lacking",
          "unusable",
          "not-understood",
          "while-handing-over",
          "after-goodbye");

  static Sign of(String entry, TurnTaken turn) {
    // What is asked back is noted with a question mark.
    String said = turn.understoodAs().replaceFirst("\\?$", "");
    if (said.equals(entry)
        || said.equals(Command.PERSON.key())
        || said.equals(Command.CALLBACK.key())) {
      return NOT_IT;
    }
    if (TELLS_NOTHING.contains(said)) {
      return turn.rule().isEmpty() ? NONE : NOT_IT;
    }
    if (said.equals(Command.NO.key())) {
      return NO;
    }
    if (said.equals(Command.THANKS.key())) {
      return THANKS;
    }
    return said.equals(Command.GOODBYE.key()) ? GOODBYE : WENT_ON;
  }
}
