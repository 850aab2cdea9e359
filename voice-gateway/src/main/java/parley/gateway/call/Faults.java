package parley.gateway.call;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.conversation.ConversationEvent;

/// Parts that fail in a call: the conversation is told, so that the caller hears of it; what nobody
/// can tell them any more ends the call.
///
/// Thread: the call's own.
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  /// After so many replies that could not be spoken, the dialplan does better.
  private static final int MOST_VOICE_FAILURES = 2;

  private final CallLedger ledger;
  private final Floor floor;
  private final Talk talk;
  private final Ending ending;
  private int voiceFailures;
  private boolean deaf;

  Faults(CallLedger ledger, Floor floor, Talk talk, Ending ending) {
    this.ledger = ledger;
    this.floor = floor;
    this.talk = talk;
    this.ending = ending;
  }

  void recognizerFailed(String why) {
    if (deaf) {
      return;
    }
    deaf = true;
    LOG.warn("The recognizer of this call failed: {}", why);
    ledger.release("recognizer");
    talk.tell(new ConversationEvent.PartFailed(ConversationEvent.Part.RECOGNIZER));
  }

  void voiceFailed(long piece, String why) {
    if (!floor.isMuteWithout(piece)) {
      return;
    }
    LOG.warn("A sentence could not be spoken: {}", why);
    if (voiceFailures++ < MOST_VOICE_FAILURES) {
      talk.tell(new ConversationEvent.PartFailed(ConversationEvent.Part.VOICE));
    } else {
      ending.fail(new IllegalStateException("nothing can be said"));
    }
  }
}
