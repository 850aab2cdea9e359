package parley.dialogue.llm;

import java.util.List;
import parley.dialogue.llm.chat.FailureReason;

/// Has texts written about conversations, while nobody waits for them. Thread: any; blocks.
@FunctionalInterface
public interface Scribe {

  /// @param instructions our own words only
  /// @param turns the conversation, in order; quoted, masked and shortened before they are sent
  /// @throws InterruptedException when the thread was interrupted; nothing is open then
  Text write(String instructions, List<Turn> turns) throws InterruptedException;

  /// What came of it.
  sealed interface Text {}

  /// It has not been checked. Its text form hides the words.
  record Written(String text) implements Text {
    @Override
    public String toString() {
      return "Written[" + text.length() + " characters]";
    }
  }

  /// @param detail for the log; it quotes nobody
  record NotWritten(FailureReason reason, String detail) implements Text {}
}
