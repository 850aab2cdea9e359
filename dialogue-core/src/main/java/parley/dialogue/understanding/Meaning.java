package parley.dialogue.understanding;

import java.util.List;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.words.Words;

/// What an utterance means when no question is pending.
public sealed interface Meaning {

  /// A command. `rest`: what was said besides.
  record Steered(Command command, double coverage, Words rest) implements Meaning {}

  /// Something that the knowledge may answer, best first, never empty.
  record Asked(List<Candidate> candidates) implements Meaning {
    public Asked {
      candidates = List.copyOf(candidates);
    }
  }

  /// Only a sign of listening.
  record Backchannel() implements Meaning {}

  /// Nothing that Parley knows.
  record Unknown() implements Meaning {}
}
