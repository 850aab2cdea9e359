package parley.gateway;

import java.util.UUID;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.LogEntry;
import parley.gateway.ari.AriCalls;
import parley.gateway.ari.AriEvent;
import parley.gateway.call.CallFacts;
import parley.gateway.call.CallLine;
import parley.gateway.call.CallMailbox;
import parley.gateway.call.CallParts;
import parley.gateway.call.CallResult;
import parley.gateway.call.CallThread;
import parley.gateway.call.Dialogues;
import parley.gateway.outbound.OutboundReception;

/// Takes each call, from its first entry in the log to its last. What the dialplan told about it:
/// `dialplan` calls take the defaults, `agi` calls may name language, queue and flow, `outbound`
/// calls are attempts of this process.
///
/// Thread: any; each call has one.
///
/// @param language of calls that name none
record CallReception(
    String language, CallParts parts, Dialogues dialogues, OutboundReception outbound)
    implements AriCalls.Answering {

  @Override
  public void answer(AriEvent.Entered caller, CallId id, CallLine line, CallMailbox mailbox) {
    if (caller.isOutbound()) {
      outbound.answer(caller, id, line, facts -> talk(facts, caller, line, mailbox));
    } else {
      CallResult _ = talk(facts(caller, id), caller, line, mailbox);
    }
  }

  private CallResult talk(
      CallFacts facts, AriEvent.Entered caller, CallLine line, CallMailbox mailbox) {
    parts.log().write(started(facts));
    parts.log().write(leg(facts, caller, "joined"));
    CallResult result =
        new CallThread(facts, parts, dialogues.open(facts.language()), line, mailbox).run();
    parts.log().write(leg(facts, caller, "left"));
    return result;
  }

  @Override
  public void refused(AriEvent.Entered caller, CallId id, String reason) {
    if (caller.isOutbound()) {
      outbound.refused(caller);
      return;
    }
    parts.log().write(started(facts(caller, id)));
    parts
        .log()
        .write(
            new LogEntry.CallEnded(
                UUID.randomUUID(),
                id,
                parts.clock().instant(),
                Outcome.REFUSED_BUSY,
                reason,
                null));
  }

  private LogEntry.LegChanged leg(CallFacts facts, AriEvent.Entered caller, String event) {
    return new LogEntry.LegChanged(
        UUID.randomUUID(),
        facts.id(),
        parts.clock().instant(),
        caller.name(),
        caller.isOutbound() ? "callee" : "caller",
        event,
        "");
  }

  private LogEntry.CallStarted started(CallFacts facts) {
    return new LogEntry.CallStarted(
        UUID.randomUUID(),
        facts.id(),
        parts.clock().instant(),
        facts.caller(),
        facts.dialled(),
        facts.language(),
        facts.queue(),
        facts.sipCallId());
  }

  private CallFacts facts(AriEvent.Entered caller, CallId id) {
    return new CallFacts(
        id,
        new PhoneNumber(caller.caller()),
        caller.dialled(),
        named(caller, "language", language),
        named(caller, "queue", ""),
        named(caller, "flow", ""),
        caller.sipCallId());
  }

  private static String named(AriEvent.Entered caller, String name, String otherwise) {
    return caller.arguments().stream()
        .filter(argument -> argument.startsWith(name + "="))
        .map(argument -> argument.substring(name.length() + 1))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse(otherwise);
  }
}
