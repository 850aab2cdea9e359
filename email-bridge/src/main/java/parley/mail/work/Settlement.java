package parley.mail.work;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.Spoken;
import parley.dialogue.log.LogEntry.Audited;
import parley.dialogue.log.LogEntry.CallbackPromised;
import parley.dialogue.log.LogEntry.Speaker;
import parley.mail.outbox.Outgoing;

/// What comes of a mail, written as a whole or not at all.
///
/// @param reason a word or two for the operator, without anything of the mail
/// @param from the sender's address; empty where it could not be read
/// @param thread as it is from now on; empty for a mail without one
/// @param turns what the thread's conversation gains
/// @param callbacks promises to call back that the thread's reply makes
/// @param audits what else a supervisor may ask about later, of the thread's conversation
/// @param goesOn whether the thread was there before: one that is gone was forgotten meanwhile, and
///   nothing is written in it
public record Settlement(
    State state,
    String reason,
    String from,
    Optional<MailThread> thread,
    List<Turn> turns,
    List<Outgoing> outgoing,
    List<CallbackPromised> callbacks,
    List<Audited> audits,
    boolean goesOn) {

  Settlement from(String address) {
    return new Settlement(
        state, reason, address, thread, turns, outgoing, callbacks, audits, goesOn);
  }

  Settlement promising(List<CallbackPromised> calls) {
    return new Settlement(state, reason, from, thread, turns, outgoing, calls, audits, goesOn);
  }

  Settlement audited(List<Audited> entries) {
    return new Settlement(state, reason, from, thread, turns, outgoing, callbacks, entries, goesOn);
  }

  Settlement goingOn() {
    return new Settlement(state, reason, from, thread, turns, outgoing, callbacks, audits, true);
  }

  public enum State {
    ANSWERED,
    /// A person has it now.
    PERSON,
    /// It was a person's answer, and goes to the customer.
    FORWARDED,
    /// Nothing is to be done about it.
    RECORDED,
    QUARANTINED
  }

  /// One mail's words in the conversation, as they may be kept.
  public record Turn(
      UUID id,
      Speaker speaker,
      Spoken words,
      String language,
      String understoodAs,
      String rule,
      List<String> citations) {
    public Turn {
      citations = List.copyOf(citations);
    }
  }

  public Settlement {
    turns = List.copyOf(turns);
    outgoing = List.copyOf(outgoing);
    callbacks = List.copyOf(callbacks);
    audits = List.copyOf(audits);
  }

  /// Without a promise.
  public Settlement(
      State state,
      String reason,
      Optional<MailThread> thread,
      List<Turn> turns,
      List<Outgoing> outgoing) {
    this(state, reason, "", thread, turns, outgoing, List.of(), List.of(), false);
  }

  /// A mail that nothing follows from.
  public static Settlement of(State state, String reason) {
    return new Settlement(state, reason, Optional.empty(), List.of(), List.of());
  }

  /// Its text form hides what a mail holds.
  @Override
  public String toString() {
    return state + " " + reason;
  }
}
