package parley.dialogue.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Keeps what a listener is given, in order.
final class Heard implements AnswerListener {

  private final BlockingQueue<Object> all = new LinkedBlockingQueue<>();

  @Override
  public void said(Sentence sentence) {
    all.add(sentence);
  }

  @Override
  public void ended(Answer answer) {
    all.add(answer);
  }

  /// The next sentence's words, waited for.
  String sentence() throws InterruptedException {
    return ((Sentence) next()).words().text();
  }

  /// The answer, after all sentences before it.
  Answer answer() throws InterruptedException {
    Object next = next();
    while (next instanceof Sentence) {
      next = next();
    }
    return (Answer) next;
  }

  boolean nothingMore() {
    return all.isEmpty();
  }

  private Object next() throws InterruptedException {
    Object next = all.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Nothing was heard.");
    }
    return next;
  }

  static List<String> words(List<Sentence> sentences) {
    List<String> words = new ArrayList<>();
    sentences.forEach(sentence -> words.add(sentence.words().text()));
    return words;
  }
}
