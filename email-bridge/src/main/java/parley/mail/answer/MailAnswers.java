package parley.mail.answer;

import java.util.List;

/// Answers mails. Thread: any.
@FunctionalInterface
public interface MailAnswers {

  /// @param earlier what the same customer wrote in the thread before, oldest first
  /// @param words what the customer wrote, without quotes and signature
  MailAnswer answer(List<String> earlier, String words);
}
