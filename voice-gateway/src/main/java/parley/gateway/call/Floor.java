package parley.gateway.call;

import java.util.List;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.turn.TurnAction;

/// Who has the floor: does to the prompt what turn-taking decides, follows what the mouth has begun
/// and finished, and tells both to conversation, hand-over and journal. While the audio line is
/// with an agent nothing of it concerns the caller.
///
/// Thread: the call's own.
final class Floor {
  private final Ears ears;
  private final Mouth mouth;
  private final CallJournal journal;
  private final HandOverDesk desk;
  private final Talk talk;
  private boolean speaking;
  private boolean promptInterruptible;

  Floor(Ears ears, Mouth mouth, CallJournal journal, HandOverDesk desk, Talk talk) {
    this.ears = ears;
    this.mouth = mouth;
    this.journal = journal;
    this.desk = desk;
    this.talk = talk;
  }

  void carryOut(List<TurnAction> actions) {
    for (TurnAction action : actions) {
      switch (action) {
        // A whisper is the agent's: a caller on hold neither holds nor ends it.
        case TurnAction.PausePrompt _, TurnAction.ResumePrompt _, TurnAction.StopPrompt _
            when desk.isWhispering() -> {}
        case TurnAction.PausePrompt _ -> mouth.pause();
        case TurnAction.ResumePrompt _ -> mouth.resume();
        case TurnAction.StopPrompt _ -> interrupted();
        case TurnAction.Commit commit -> talk.callerSaid(commit, desk.isBusy());
        case TurnAction.Silence(int times) -> {
          if (!desk.isBusy()) {
            talk.tell(new ConversationEvent.CallerSilent(times));
          }
        }
        // These two are the ears' own affair.
        case TurnAction.RequestFinal _, TurnAction.DropUtterance _ -> {}
      }
    }
  }

  private void interrupted() {
    Mouth.Piece cut = mouth.stop();
    speaking = false;
    if (cut != null) {
      journal.replyHeard(cut.heardText());
    }
    talk.interrupted(journal.replyEnds(true));
    desk.allHeard();
  }

  /// Follows what the mouth has begun and finished.
  void spoke(Mouth.Progress progress) {
    for (Mouth.Piece piece : progress.heard()) {
      if (!desk.isWhispering()) {
        journal.replyHeard(piece.text());
      }
    }
    for (Mouth.Piece piece : progress.started()) {
      boolean news = !speaking || promptInterruptible != piece.interruptible();
      speaking = true;
      promptInterruptible = piece.interruptible();
      if (!desk.isWhispering()) {
        journal.replySounds();
        if (news) {
          carryOut(ears.promptStarted(piece.interruptible()));
        }
      }
    }
    if (!progress.heard().isEmpty() && mouth.isQuiet()) {
      speaking = false;
      allHeard();
    }
  }

  private void allHeard() {
    if (desk.isWhispering()) {
      desk.allHeard();
      return;
    }
    carryOut(ears.promptEnded());
    var _ = journal.replyEnds(false);
    desk.allHeard();
    talk.allHeard();
  }

  /// A sentence could not be made; returns whether that leaves the caller without a word.
  boolean isMuteWithout(long piece) {
    if (!mouth.waitsFor(piece)) {
      return false;
    }
    spoke(mouth.failed(piece));
    if (!mouth.isQuiet()) {
      return false;
    }
    speaking = false;
    if (desk.isBusy()) {
      desk.allHeard();
      return false;
    }
    carryOut(ears.promptEnded());
    return true;
  }

  /// What was being said is logged as far as it was heard.
  void cutOff() {
    Mouth.Piece cut = mouth.stop();
    if (cut != null && !desk.isWhispering()) {
      journal.replyHeard(cut.heardText());
    }
    var _ = journal.replyEnds(cut != null);
  }
}
