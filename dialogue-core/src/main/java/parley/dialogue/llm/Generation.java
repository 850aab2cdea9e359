package parley.dialogue.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import parley.config.Settings;
import parley.dialogue.llm.chat.FailureReason;

/// An answer in the making: what was said of it, its deadlines, its end. It ends once: whole,
/// failed, late or cancelled. From then on the listener hears nothing, and its thread and
/// connection are closed down.
///
/// Thread: any.
public final class Generation implements Answerer.Asked {

  private final Settings.LanguageModel settings;
  private final AnswerListener listener;
  private final Deadlines deadlines;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Sentence> said = new ArrayList<>();
  private final Set<String> citations = new LinkedHashSet<>();
  private final Thread thread;
  private Deadlines.Pending next = () -> {};
  private Deadlines.Pending firstSentence = () -> {};
  private Deadlines.Pending whole = () -> {};
  private boolean ended;
  private volatile boolean late;

  Generation(
      Settings.LanguageModel settings,
      AnswerListener listener,
      Deadlines deadlines,
      java.util.function.Function<Generation, Runnable> work) {
    this.settings = settings;
    this.listener = listener;
    this.deadlines = deadlines;
    this.thread = Thread.ofVirtual().name("language-model").unstarted(work.apply(this));
  }

  Generation start() {
    locked(() -> {
      next = watch(settings.firstTokenTimeout(), "no first token");
      firstSentence = watch(settings.firstSentenceTimeout(), "no first sentence");
      whole = watch(settings.timeout(), "not finished");
    });
    thread.start();
    return this;
  }

  @Override
  public void cancel() {
    locked(() -> {
      ended = true;
      quiet();
    });
    thread.interrupt();
  }

  /// Waits until no thread and no connection of it is left.
  ///
  /// @return whether that is so
  boolean gone(Duration atMost) throws InterruptedException {
    return thread.join(atMost);
  }

  /// Something came: the model has a while for the next.
  void heard() {
    locked(() -> {
      if (!ended) {
        next.cancel();
        next = watch(settings.stallTimeout(), "stalled");
      }
    });
  }

  /// Gives a sentence to the listener, unless it has ended.
  void say(Sentence sentence) {
    locked(() -> {
      if (!ended) {
        citations.addAll(sentence.citations());
        if (!sentence.words().isEmpty()) {
          firstSentence.cancel();
          said.add(sentence);
          listener.said(sentence);
        }
      }
    });
  }

  List<Sentence> said() {
    lock.lock();
    try {
      return List.copyOf(said);
    } finally {
      lock.unlock();
    }
  }

  /// All of it was said.
  void complete() {
    locked(() -> endWhole(new Answer.Answered(said, List.copyOf(citations))));
  }

  void propose(Toolbox.Reading.Wanted wanted) {
    locked(() -> endWhole(new Answer.ToolWanted(wanted.tool(), wanted.arguments(), said)));
  }

  void fail(FailureReason reason, @Nullable String detail) {
    String why = Optional.ofNullable(detail).orElse(reason.name());
    locked(() -> end(new Answer.Failed(reason, why, said)));
  }

  boolean ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /// Whether it ended because the model was too slow.
  boolean late() {
    return late;
  }

  private Deadlines.Pending watch(Duration time, String what) {
    return deadlines.after(time, () -> overdue(what));
  }

  private void overdue(String what) {
    locked(() -> {
      if (!ended) {
        late = true;
        end(new Answer.Failed(FailureReason.TIMED_OUT, what, said));
      }
    });
    thread.interrupt();
  }

  /// The stream is read to its end, so that its connection can be used again; not for long.
  private void endWhole(Answer answer) {
    if (!ended) {
      settle();
      // Before the answer is told: from then on time may pass for whoever heard it.
      next = deadlines.after(settings.stallTimeout(), thread::interrupt);
      listener.ended(answer);
    }
  }

  /// The thread has nothing more to do.
  void closed() {
    locked(this::quiet);
  }

  private void end(Answer answer) {
    if (!ended) {
      settle();
      listener.ended(answer);
    }
  }

  private void settle() {
    ended = true;
    quiet();
  }

  private void quiet() {
    next.cancel();
    firstSentence.cancel();
    whole.cancel();
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }
}
