package parley.gateway.call;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.llm.Answer;
import parley.dialogue.llm.AnswerListener;
import parley.dialogue.llm.Answerer;
import parley.dialogue.llm.Inquiry;
import parley.dialogue.llm.Sentence;

/// One call's questions to the language model: asked beside the call's thread, heard by its
/// mailbox, given up when the caller goes on or the call ends. How each came out is in the log, the
/// words are not.
///
/// Thread: the call's own.
final class ModelDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ModelDesk.class);

  private final Answerer model;
  private final CallJournal journal;
  private final CallTime time;
  private final CallLedger ledger;
  private final Consumer<CallEvent> mailbox;
  private final Map<Integer, Long> sinceMs = new HashMap<>();

  ModelDesk(
      Answerer model,
      CallJournal journal,
      CallTime time,
      CallLedger ledger,
      Consumer<CallEvent> mailbox) {
    this.model = model;
    this.journal = journal;
    this.time = time;
    this.ledger = ledger;
    this.mailbox = mailbox;
  }

  void ask(int id, Inquiry inquiry) {
    sinceMs.put(id, time.ms());
    Answerer.Asked answer =
        model.ask(
            inquiry,
            new AnswerListener() {
              @Override
              public void said(Sentence sentence) {
                mailbox.accept(new CallEvent.ModelSaid(id, sentence));
              }

              @Override
              public void ended(Answer answer) {
                mailbox.accept(new CallEvent.ModelEnded(id, answer));
              }
            });
    ledger.hold(held(id), answer::cancel);
  }

  /// Nobody waits for it any more: nothing of it is heard after this.
  void leave(int id) {
    if (sinceMs.remove(id) != null) {
      ledger.release(held(id));
    }
  }

  /// Whether the answer is still waited for.
  boolean awaits(int id) {
    return sinceMs.containsKey(id);
  }

  /// The answer has come to its end; returns whether it was still waited for.
  boolean ended(int id, Answer answer) {
    Long since = sinceMs.remove(id);
    if (since == null) {
      return false;
    }
    ledger.gone(held(id));
    long ms = time.ms() - since;
    String result = result(answer);
    LOG.info("The language model's answer ended as {} after {} ms", result, ms);
    journal.audit("model-asked", Map.of("result", result, "ms", Long.toString(ms)));
    return true;
  }

  private static String result(Answer answer) {
    return switch (answer) {
      case Answer.Answered _ -> "answered";
      case Answer.ToolWanted wanted -> "proposed " + wanted.tool().name();
      case Answer.Failed failed -> failed.reason() + ": " + failed.detail();
    };
  }

  private static String held(int id) {
    return "language model answer " + id;
  }
}
