package parley.dialogue.conversation;

import java.util.Set;
import parley.dialogue.language.LanguageDetection;

/// What is known of languages beside a conversation's own.
///
/// @param detection for messages that were written
/// @param written languages with prompts and word lists, ISO 639-1
public record Languages(LanguageDetection detection, Set<String> written) {

  public Languages {
    written = Set.copyOf(written);
  }
}
