package parley.dialogue.llm;

import java.util.ArrayList;
import java.util.List;
import parley.dialogue.injection.UntrustedText;
import parley.dialogue.llm.chat.ChatMessage;
import parley.dialogue.llm.chat.ChatMessage.FromCustomer;
import parley.dialogue.llm.chat.ChatMessage.Instructions;

/// Writes a whole conversation as something for a model to read, below instructions of our own. Of
/// one that is longer than the budget the beginning and the end are kept, which say what it was
/// about and what came of it. Pure; any thread.
final class Transcript {

  private static final int LEAST = 200;

  /** In characters; more of one turn is never needed. */
  private static final int LONGEST = 8_000;

  private final int budget;
  private final Neutralizing neutralizing;

  /// @param budget in tokens as [TokenEstimate] counts them
  Transcript(int budget, Neutralizing neutralizing) {
    this.budget = budget;
    this.neutralizing = neutralizing;
  }

  List<ChatMessage> messages(String instructions, List<Turn> turns) {
    int left = Math.max(LEAST, budget - TokenEstimate.of(instructions));
    return List.of(
        new Instructions(instructions),
        new FromCustomer(
            "<conversation>\n" + String.join("", lines(turns, left)) + "</conversation>\n"));
  }

  /// From both ends in turn, until nothing more fits.
  private List<String> lines(List<Turn> turns, int tokens) {
    List<String> first = new ArrayList<>();
    List<String> last = new ArrayList<>();
    int left = tokens;
    int from = 0;
    int to = turns.size();
    while (from < to) {
      boolean beginning = first.size() <= last.size();
      String line = line(turns.get(beginning ? from : to - 1));
      left -= TokenEstimate.of(line);
      if (left < 0) {
        first.add("(…)\n");
        break;
      }
      if (beginning) {
        first.add(line);
        from++;
      } else {
        last.addFirst(line);
        to--;
      }
    }
    first.addAll(last);
    return first;
  }

  private String line(Turn turn) {
    String who = turn.who() == Turn.Who.CUSTOMER ? "Customer: " : "Parley: ";
    String words = UntrustedText.marked(neutralizing.neutral(turn.words().text()), LONGEST);
    return who + words.replaceAll("\\s+", " ") + "\n";
  }
}
