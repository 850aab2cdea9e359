package parley.mail.answer;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Answers mails. Thread: any.
@FunctionalInterface
public interface MailAnswers {

  /// @param asked told of every question to a language model, whatever came of it
  MailAnswer answer(Question question, Consumer<ModelAsked> asked);

  default MailAnswer answer(Question question) {
    return answer(question, _ -> {});
  }

  /// A mail's words and where they belong. Its text form hides them.
  ///
  /// @param sender the address that answers go to
  /// @param thread the conversation's id
  /// @param earlier what the same customer wrote in the thread before, oldest first
  /// @param words what the customer wrote, without quotes and signature
  /// @param genuine whether the mail server vouches for it that the sender has written the words
  record Question(String sender, UUID thread, List<String> earlier, String words, boolean genuine) {
    public Question {
      earlier = List.copyOf(earlier);
    }

    /// Of a sender whom nobody vouches for.
    public Question(String sender, UUID thread, List<String> earlier, String words) {
      this(sender, thread, earlier, words, false);
    }

    /// With other words, which nobody vouches for.
    public Question saying(String other) {
      return new Question(sender, thread, earlier, other);
    }

    @Override
    public String toString() {
      return "question in thread " + thread;
    }
  }
}
