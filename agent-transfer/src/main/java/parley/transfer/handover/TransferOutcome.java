package parley.transfer.handover;

import java.util.List;
import java.util.Optional;
import parley.dialogue.conversation.HandOverResult;
import parley.transfer.agent.Agent;

/// How a hand-over ended.
public sealed interface TransferOutcome {

  /// Caller and agent talked, and their talk is over.
  record Transferred(Agent agent) implements TransferOutcome {}

  /// Nobody with the skill and the language was registered and free, so no phone rang.
  record NoAgentFree() implements TransferOutcome {}

  /// Every agent who was rung declined, did not answer or was lost.
  record NotAnswered(List<Attempt> attempts) implements TransferOutcome {
    public NotAnswered {
      attempts = List.copyOf(attempts);
    }
  }

  /// The caller pressed star: they are still on the line but no longer want to wait.
  record StoppedWaiting(List<Attempt> attempts) implements TransferOutcome {
    public StoppedWaiting {
      attempts = List.copyOf(attempts);
    }
  }

  /// The caller hung up before being joined with anybody.
  record CallerLeft() implements TransferOutcome {}

  /// The telephone side failed; `why` is for the log.
  record Failed(String why) implements TransferOutcome {}

  /// What the conversation is told; empty when there is nobody left to talk to. A caller who
  /// stopped waiting is in the same place as one whom nobody answered: with Parley, without a
  /// person.
  default Optional<HandOverResult> forConversation() {
    return switch (this) {
      case Transferred _ -> Optional.of(HandOverResult.CONNECTED);
      case NoAgentFree _ -> Optional.of(HandOverResult.NO_AGENT_FREE);
      case NotAnswered _, StoppedWaiting _ -> Optional.of(HandOverResult.NOT_ANSWERED);
      case Failed _ -> Optional.of(HandOverResult.FAILED);
      case CallerLeft _ -> Optional.empty();
    };
  }
}
