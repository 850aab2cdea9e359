package parley.dialogue.llm;

import java.util.List;
import parley.dialogue.quality.Channel;
import parley.dialogue.quality.Source;

/// What a language model is asked to answer.
///
/// @param language ISO 639-1 code of the answer
/// @param sources what was found for it, the best first
/// @param turns the conversation so far; the last one is the customer's
/// @param earlier what is known of the customer's earlier conversations, empty for nothing
/// @param tools the names of those tools that make sense now
public record Inquiry(
    Channel channel,
    String language,
    List<Source> sources,
    List<Turn> turns,
    String earlier,
    List<String> tools) {

  public Inquiry {
    sources = List.copyOf(sources);
    turns = List.copyOf(turns);
    tools = List.copyOf(tools);
    if (turns.isEmpty() || turns.getLast().who() != Turn.Who.CUSTOMER) {
      throw new IllegalArgumentException(
          "The last turn of a question is the customer's: there is something to answer.");
    }
  }

  @Override
  public String toString() {
    return "Inquiry[%s, %d sources, %d turns]".formatted(channel, sources.size(), turns.size());
  }
}
