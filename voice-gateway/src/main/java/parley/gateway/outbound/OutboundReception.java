package parley.gateway.outbound;

import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.Callback;
import parley.dialogue.call.CallId;
import parley.dialogue.call.Spoken;
import parley.gateway.ami.AmiControl;
import parley.gateway.ami.AmiException;
import parley.gateway.ari.AriClient;
import parley.gateway.ari.AriEvent;
import parley.gateway.call.CallFacts;
import parley.gateway.call.CallLine;
import parley.gateway.call.CallResult;
import parley.gateway.call.OutboundCall;

/// Takes the calls that Parley made once somebody answers: tells the talk what it is about, and the
/// witness and the dialler what it came to.
///
/// Thread: any; each call has one.
public final class OutboundReception {
  private static final Logger LOG = LoggerFactory.getLogger(OutboundReception.class);

  private final OutboundCalls calls;
  private final Witness witness;
  private final Function<String, Spoken> messages;
  private final boolean detectMachines;
  private final String language;

  /// @param messages what an answering machine hears, by language
  /// @param language of callbacks that name none
  public OutboundReception(
      OutboundCalls calls,
      AriClient ari,
      AmiControl ami,
      Function<String, Spoken> messages,
      boolean detectMachines,
      String language) {
    this.calls = calls;
    this.witness = new Witness(ari, ami);
    this.messages = messages;
    this.detectMachines = detectMachines;
    this.language = language;
  }

  /// Holds the talk; one that nobody here asked for goes on in the dialplan, which apologizes.
  public void answer(
      AriEvent.Entered callee, CallId id, CallLine line, Function<CallFacts, CallResult> talk) {
    Optional<Underway> found = calls.of(callee);
    if (found.isEmpty()) {
      LOG.warn("Somebody answered a call that nobody here makes any more: {}", callee.channel());
      line.leaveToDialplan();
      return;
    }
    Underway call = found.get();
    call.answered();
    AttemptOutcome outcome = AttemptOutcome.BROKEN_OFF;
    try {
      outcome = TalkOutcomes.of(talk.apply(facts(call, callee, id)));
    } finally {
      note(call.attempt(), outcome);
      call.finished(outcome);
    }
  }

  /// No room for the talk: the dialplan apologizes.
  public void refused(AriEvent.Entered callee) {
    calls
        .of(callee)
        .ifPresent(call -> {
          call.answered();
          call.finished(AttemptOutcome.BROKEN_OFF);
        });
  }

  private CallFacts facts(Underway call, AriEvent.Entered callee, CallId id) {
    Attempt attempt = call.attempt();
    Callback callback = attempt.callback();
    String spoken = callback.language().isEmpty() ? language : callback.language();
    OutboundCall outbound =
        new OutboundCall(
            callback.outbound(),
            messages.apply(spoken),
            detectMachines,
            call.agent().map(agent -> agent),
            () -> joined(attempt));
    return new CallFacts(
        id,
        callback.number(),
        callee.dialled(),
        spoken,
        callback.queue(),
        "",
        attempt.id().toString(),
        Optional.of(outbound));
  }

  /// Customer and agent talk on when this process dies; nobody is to be called once more then.
  private void joined(Attempt attempt) {
    Thread _ =
        Thread.ofVirtual()
            .name("joined-" + attempt.id())
            .start(() -> note(attempt, AttemptOutcome.KEPT));
  }

  /// For a process that takes the work over should this one die now.
  private void note(Attempt attempt, AttemptOutcome outcome) {
    try {
      witness.note(attempt.id(), outcome);
    } catch (AmiException e) {
      LOG.warn("Asterisk does not know what attempt {} came to: {}", attempt.id(), e.getMessage());
    }
  }
}
