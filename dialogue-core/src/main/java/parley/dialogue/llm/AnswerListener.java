package parley.dialogue.llm;

/// Hears an answer while it is made. Called from threads of the answer, one call at a time, and
/// never again once [Generation#cancel] has returned; must not block: put it into a mailbox.
public interface AnswerListener {

  /// The next sentence, checked and ready to be said.
  void said(Sentence sentence);

  /// Nothing more comes.
  void ended(Answer answer);
}
