package parley.mail.answer;

import java.util.List;
import java.util.UUID;

/// Answers mails. Thread: any.
@FunctionalInterface
public interface MailAnswers {

  MailAnswer answer(Question question);

  /// A mail's words and where they belong. Its text form hides them.
  ///
  /// @param sender the address that answers go to
  /// @param thread the conversation's id
  /// @param earlier what the same customer wrote in the thread before, oldest first
  /// @param words what the customer wrote, without quotes and signature
  record Question(String sender, UUID thread, List<String> earlier, String words) {
    public Question {
      earlier = List.copyOf(earlier);
    }

    /// The same with other words.
    public Question saying(String other) {
      return new Question(sender, thread, earlier, other);
    }

    @Override
    public String toString() {
      return "question in thread " + thread;
    }
  }
}
