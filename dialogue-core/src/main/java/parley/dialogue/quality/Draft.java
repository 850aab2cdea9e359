package parley.dialogue.quality;

import java.util.List;

/// A reply that has not been said yet. Its text form hides the words.
///
/// @param sources everything that was at hand when it was written, the conversation so far included
/// @param language the customer's, as an ISO 639-1 code; empty when it is not known
public record Draft(String text, Channel channel, List<Source> sources, String language) {
  public Draft {
    sources = List.copyOf(sources);
  }

  @Override
  public String toString() {
    return channel + "[" + text.length() + " characters, " + sources.size() + " sources]";
  }
}
