package parley.gateway.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.services.ServiceRequest;
import parley.dialogue.services.ServiceResult;

/// One call's questions to the site's own systems: asked beside the call's thread, answered by its
/// mailbox, given up when the call ends. What was asked and how it came out is in the log, the
/// values are not.
///
/// Thread: the call's own.
final class ServiceDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceDesk.class);

  /// Well above the longest `timeout` of a service: only for an answer that never comes.
  private static final long MOST_MS = 15_000;

  private final CallParts parts;
  private final CallJournal journal;
  private final CallTime time;
  private final CallLedger ledger;
  private final Consumer<CallEvent> mailbox;
  private final Map<Integer, Asked> asked = new HashMap<>();

  /// A question without an answer so far.
  private static final class Asked {
    final ServiceRequest request;
    final long sinceMs;
    boolean bridged;

    Asked(ServiceRequest request, long sinceMs) {
      this.request = request;
      this.sinceMs = sinceMs;
    }
  }

  ServiceDesk(
      CallParts parts,
      CallJournal journal,
      CallTime time,
      CallLedger ledger,
      Consumer<CallEvent> mailbox) {
    this.parts = parts;
    this.journal = journal;
    this.time = time;
    this.ledger = ledger;
    this.mailbox = mailbox;
  }

  void ask(int id, ServiceRequest request) {
    asked.put(id, new Asked(request, time.ms()));
    CompletableFuture<ServiceResult> answer = parts.services().ask(request);
    ledger.hold(held(id), () -> answer.cancel(true));
    var _ =
        answer.whenComplete((result, fault) -> {
          // A call that has ended wants no answer; that is what cancelled it.
          if (!answer.isCancelled()) {
            mailbox.accept(
                new CallEvent.ServiceAnswered(
                    id, fault == null ? result : new ServiceResult.Failed()));
          }
        });
  }

  /// Whether the answer is still waited for; it is not after this.
  boolean answered(int id, ServiceResult result) {
    Asked question = asked.remove(id);
    if (question == null) {
      return false;
    }
    ledger.gone(held(id));
    long ms = time.ms() - question.sinceMs;
    LOG.info("The service {} answered {} in {} ms", question.request.service(), result.key(), ms);
    journal.audit(
        "service-asked",
        Map.of(
            "service", question.request.service(),
            "path", question.request.path(),
            "result", result.key(),
            "ms", Long.toString(ms)));
    return true;
  }

  /// What the conversation has to hear because time has passed: a service is slow, or will not
  /// answer any more.
  List<ConversationEvent> overdue() {
    List<ConversationEvent> news = new ArrayList<>();
    for (Map.Entry<Integer, Asked> entry : Map.copyOf(asked).entrySet()) {
      int id = entry.getKey();
      Asked question = entry.getValue();
      long ms = time.ms() - question.sinceMs;
      if (ms >= MOST_MS) {
        LOG.error("The service {} was asked and never answered", question.request.service());
        ledger.release(held(id));
        asked.remove(id);
        news.add(new ConversationEvent.ServiceAnswered(id, new ServiceResult.Failed()));
      } else if (ms >= parts.fillerAfter().toMillis() && !question.bridged) {
        question.bridged = true;
        news.add(new ConversationEvent.ServiceSlow(id));
      }
    }
    return news;
  }

  private static String held(int id) {
    return "service question " + id;
  }
}
