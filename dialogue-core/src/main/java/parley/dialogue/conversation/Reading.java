package parley.dialogue.conversation;

import java.util.List;
import parley.dialogue.call.Spoken;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.understanding.Command;
import parley.dialogue.words.Words;

/// What one turn of the caller is taken as, in the light of the question before it.
sealed interface Reading {

  record Yes() implements Reading {}

  record No() implements Reading {}

  /// One of two entries that were offered.
  record Chosen(KnowledgeEntry entry) implements Reading {}

  record NumberTold(String digits) implements Reading {}

  /// Something about calling back.
  record OfCallback(CallbackWords words) implements Reading {}

  /// An answer to a flow's question; empty when it cannot be used.
  record SlotTold(Spoken value) implements Reading {}

  /// The caller does not have what was asked for.
  record Lacking() implements Reading {}

  /// Words that start a flow.
  record FlowAsked(String flow) implements Reading {}

  /// A command; `rest` is what was said besides.
  record Steered(Command command, Words rest) implements Reading {}

  /// A command that the recognizer was unsure of.
  record Doubtful(Command command) implements Reading {}

  /// A question that is clearly one of the entries.
  record Known(Candidate match) implements Reading {}

  /// One or two entries that may be meant.
  record Maybe(List<Candidate> matches) implements Reading {
    public Maybe {
      matches = List.copyOf(matches);
    }
  }

  /// Only a sign of listening.
  record Backchannel() implements Reading {}

  record NotUnderstood() implements Reading {}

  /// How the log names it.
  default String key() {
    return switch (this) {
      case Yes _ -> "yes";
      case No _ -> "no";
      case Chosen(KnowledgeEntry entry) -> entry.id();
      case NumberTold _ -> "number";
      case OfCallback(CallbackWords words) -> words.key();
      case SlotTold(Spoken value) -> value.isEmpty() ? "unusable" : "told";
      case Lacking _ -> "lacking";
      case FlowAsked(String flow) -> "flow-" + flow;
      case Steered(Command command, _) -> command.key();
      case Doubtful(Command command) -> command.key() + "?";
      case Known(Candidate match) -> match.entry().id();
      case Maybe(List<Candidate> matches) -> matches.getFirst().entry().id() + "?";
      case Backchannel _ -> "backchannel";
      case NotUnderstood _ -> "not-understood";
    };
  }

  /// Whether the words were a command or a question, and so no answer.
  default boolean steers() {
    return switch (this) {
      case Steered _,
          Doubtful _,
          Known _,
          Maybe _,
          Chosen _,
          FlowAsked _,
          Lacking _,
          Backchannel _ ->
          true;
      case Yes _, No _, NumberTold _, OfCallback _, SlotTold _, NotUnderstood _ -> false;
    };
  }

  /// Whether the turn helped the conversation on.
  default boolean understood() {
    return !(this instanceof NotUnderstood);
  }
}
