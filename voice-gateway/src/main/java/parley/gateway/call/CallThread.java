package parley.gateway.call;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// The virtual thread that owns one call from answer to goodbye: only it touches the call's
/// session, everybody else puts events into the call's mailbox. However the call ends, everything
/// it held is released before the thread ends.
public final class CallThread {
  private static final Logger LOG = LoggerFactory.getLogger(CallThread.class);

  /// How much later than a refused request an event about the same thing may come.
  private static final Duration NEWS_OF_THE_END = Duration.ofMillis(200);

  private final CallFacts facts;
  private final CallParts parts;
  private final Dialogue dialogue;
  private final CallLine line;
  private final CallMailbox mailbox;

  public CallThread(
      CallFacts facts, CallParts parts, Dialogue dialogue, CallLine line, CallMailbox mailbox) {
    this.facts = facts;
    this.parts = parts;
    this.dialogue = dialogue;
    this.line = line;
    this.mailbox = mailbox;
  }

  /// Returns when the call is over and nothing of it is left.
  public CallResult run() {
    MDC.put("call", facts.id().toString());
    CallLedger ledger = new CallLedger();
    try {
      CallSession session = new CallSession(facts, parts, dialogue, line, ledger, mailbox::put);
      work(session);
      return session.result();
    } finally {
      ledger.releaseAll();
      line.release();
      if (mailbox.droppedAudio() > 0) {
        LOG.warn("The call fell behind: {} frames of audio were dropped", mailbox.droppedAudio());
      }
      MDC.remove("call");
    }
  }

  private void work(CallSession session) {
    try {
      session.begin();
      while (!session.isOver()) {
        CallEvent event = mailbox.take(Duration.ofMillis(session.patienceMs()));
        if (event == null) {
          session.tick();
        } else {
          session.handle(event);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      session.fail(new IllegalStateException("The call's thread was interrupted", e));
    } catch (LineException e) {
      endAsToldOr(e, session);
    } catch (RuntimeException e) {
      session.fail(e);
    } catch (Error e) {
      session.fail(e);
      throw e;
    }
  }

  /// What fails because the caller has just hung up is no fault: the news of it is in the mailbox
  /// or about to be.
  private void endAsToldOr(LineException fault, CallSession session) {
    CallEvent end = fault.isGone() ? mailbox.takeEnding(NEWS_OF_THE_END) : null;
    if (end == null) {
      session.fail(fault);
    } else {
      session.handle(end);
    }
  }
}
