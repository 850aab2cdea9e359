package parley.dialogue.llm;

import java.util.List;
import parley.dialogue.call.Spoken;

/// One sentence of an answer, fit to be spoken: without citations and marks of layout.
///
/// @param citations the ids of the sources that it names
public record Sentence(Spoken words, List<String> citations) {
  public Sentence {
    citations = List.copyOf(citations);
  }
}
