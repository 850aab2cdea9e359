package parley.gateway.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.Spoken;
import parley.dialogue.llm.Answer;
import parley.dialogue.llm.AnswerListener;
import parley.dialogue.llm.Answerer;
import parley.dialogue.llm.Inquiry;
import parley.dialogue.llm.Sentence;

/// A language model that speaks when the test says so, and is silent once it was cancelled.
final class ScriptedModel implements Answerer {

  private @Nullable AnswerListener listener;
  private int asked;
  private int cancelled;

  @Override
  public Asked ask(Inquiry inquiry, AnswerListener hearing) {
    if (listener != null) {
      throw new AssertionError("Asked for a second answer while one is made");
    }
    listener = hearing;
    int number = ++asked;
    return () -> {
      if (listener != null && number == asked) {
        listener = null;
        cancelled++;
      }
    };
  }

  void say(String sentence) {
    open().said(new Sentence(new Spoken(sentence), List.of("source")));
  }

  void end(Answer answer) {
    AnswerListener hearing = open();
    listener = null;
    hearing.ended(answer);
  }

  boolean isAsked() {
    return listener != null;
  }

  int cancelled() {
    return cancelled;
  }

  private AnswerListener open() {
    if (listener == null) {
      throw new AssertionError("Nobody waits for the language model");
    }
    return listener;
  }
}
