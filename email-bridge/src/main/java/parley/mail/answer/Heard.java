package parley.mail.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.conversation.ConversationAction.PromiseCallback;
import parley.dialogue.llm.Inquiry;

/// What one sentence of a mail led to.
///
/// @param words the sentence
/// @param answers the words of each answer, with what they rest on
/// @param callbacks promises that it led to
/// @param asksForCall whether the answer asks for what is missing for one
/// @param unsure what a language model would be asked; empty where the conversation is sure
record Heard(
    String words,
    String understoodAs,
    Map<String, List<String>> answers,
    List<PromiseCallback> callbacks,
    boolean asksForCall,
    Optional<MailAnswer.ForPerson> person,
    Optional<Inquiry> unsure) {

  boolean isAnswered() {
    return !answers.isEmpty();
  }

  /// Whether it asks something that the conversation did not answer.
  boolean isOpenQuestion() {
    return unsure.isPresent() && !isAnswered() && words.strip().endsWith("?");
  }

  @Override
  public String toString() {
    return "Heard[" + understoodAs + "]";
  }
}
