package parley.dialogue.ending;

import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.log.CallLog.CallDetail;

/// Says what came of a conversation that is over. Thread: any.
@FunctionalInterface
public interface Concluding {

  /// @throws InterruptedException when it is not wanted any more
  Conclusion conclude(CallDetail detail) throws InterruptedException;
}
