package parley.dialogue.llm;

import java.util.List;
import parley.dialogue.llm.chat.FailureReason;

/// Answers customers, or says at once that it cannot: the port behind which a language model is.
/// Thread: any, many inquiries at a time.
@FunctionalInterface
public interface Answerer {

  /// None: it fails at once.
  Answerer NONE =
      (_, listener) -> {
        listener.ended(
            new Answer.Failed(
                FailureReason.UNREACHABLE, "no language model is configured", List.of()));
        return () -> {};
      };

  /// Begins an answer. Returns at once; the listener hears of everything else.
  Asked ask(Inquiry inquiry, AnswerListener listener);

  /// An answer in the making.
  @FunctionalInterface
  interface Asked {
    /// Nobody wants it any more: the customer has interrupted or hung up. The listener hears
    /// nothing once this has returned. Does nothing when it has ended.
    void cancel();
  }
}
