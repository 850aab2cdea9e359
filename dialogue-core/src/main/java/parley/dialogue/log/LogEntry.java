package parley.dialogue.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conversation.Outcome;

/// One thing that the call log keeps. Entries are written once, in the order in which they
/// happened, and may be replayed: an entry with an id that is already there changes nothing.
public sealed interface LogEntry {

  /// The entry's own identity, by which a replay is recognized.
  UUID id();

  CallId call();

  Instant at();

  /// A call was admitted or refused. `sipCallId` is the SIP Call-ID of the caller's leg, empty
  /// where there is none.
  record CallStarted(
      UUID id,
      CallId call,
      Instant at,
      PhoneNumber caller,
      String dialled,
      String language,
      String queue,
      String sipCallId)
      implements LogEntry {}

  /// Who spoke in a turn.
  enum Speaker {
    CALLER,
    PARLEY,
    AGENT
  }

  /// One finished turn. `words` is what was really heard: a reply up to its last acknowledged mark.
  /// Times are milliseconds from the moment the call was answered.
  record TurnTaken(
      UUID id,
      CallId call,
      Instant at,
      int number,
      Speaker speaker,
      Spoken words,
      boolean keyed,
      long startMs,
      long endMs,
      double confidence,
      boolean interrupted,
      TurnTimings timings,
      String understoodAs,
      String rule,
      List<String> citations)
      implements LogEntry {
    public TurnTaken {
      citations = List.copyOf(citations);
    }

    /// The same turn with other words.
    public TurnTaken saying(Spoken other) {
      return new TurnTaken(
          id,
          call,
          at,
          number,
          speaker,
          other,
          keyed,
          startMs,
          endMs,
          confidence,
          interrupted,
          timings,
          understoodAs,
          rule,
          citations);
    }
  }

  /// Where a reply's time went, in milliseconds; -1 where a step did not happen. `endpointMs`:
  /// caller's last voice to the decision that the turn is over; `finalMs`: decision to the
  /// recognizer's final words; `thinkMs`: final words to the reply's text; `voiceMs`: reply's text
  /// to its first audio sent.
  record TurnTimings(long endpointMs, long finalMs, long thinkMs, long voiceMs) {
    public static final TurnTimings NONE = new TurnTimings(-1, -1, -1, -1);
  }

  /// The words of a turn that is kept masked, sealed.
  ///
  /// @param turn the turn's own id
  record OriginalSealed(UUID id, CallId call, Instant at, UUID turn, String sealed)
      implements LogEntry {}

  /// A leg (one channel) came or went. `event` is one of `joined`, `left`, `rang`, `answered`,
  /// `failed`.
  record LegChanged(
      UUID id, CallId call, Instant at, String channel, String role, String event, String detail)
      implements LogEntry {}

  /// One agent was tried. `outcome` is the typed outcome's name.
  record TransferTried(
      UUID id,
      CallId call,
      Instant at,
      String agent,
      String queue,
      String reason,
      String outcome,
      long ringMs)
      implements LogEntry {}

  /// A recording exists at `path` (relative to the recordings folder).
  record RecordingMade(UUID id, CallId call, Instant at, String path, long durationMs)
      implements LogEntry {}

  /// A call back was promised.
  ///
  /// @param window when, where an hour was named; null: as soon as it can be
  /// @param queue the skill that is wanted; empty for anybody
  /// @param language ISO 639-1, of the conversation; empty when it is the site's
  /// @param waitingSince since when the caller waited for a person, whose place the call keeps;
  ///   null: they did not wait
  record CallbackPromised(
      UUID id,
      CallId call,
      Instant at,
      PhoneNumber number,
      String reason,
      @Nullable CallbackWindow window,
      String queue,
      String language,
      @Nullable Instant waitingSince)
      implements LogEntry {

    public CallbackPromised {
      // A spool's line of an earlier Parley has neither.
      queue = Objects.requireNonNullElse(queue, "");
      language = Objects.requireNonNullElse(language, "");
    }

    /// For somebody who did not wait.
    public CallbackPromised(
        UUID id,
        CallId call,
        Instant at,
        PhoneNumber number,
        String reason,
        @Nullable CallbackWindow window,
        String queue,
        String language) {
      this(id, call, at, number, reason, window, queue, language, null);
    }

    /// As soon as anybody can, in the site's language.
    public CallbackPromised(UUID id, CallId call, Instant at, PhoneNumber number, String reason) {
      this(id, call, at, number, reason, null, "", "");
    }
  }

  /// A service has said who the caller is: number and address are one customer's.
  ///
  /// @param mail the address that the service named
  record CallerIdentified(UUID id, CallId call, Instant at, Spoken mail) implements LogEntry {}

  /// Anything else that a supervisor may ask about later: what, by whom, with details that hold no
  /// secret.
  record Audited(
      UUID id, CallId call, Instant at, String actor, String what, Map<String, String> details)
      implements LogEntry {
    public Audited {
      details = Map.copyOf(details);
    }
  }

  /// The call is over.
  record CallEnded(
      UUID id,
      CallId call,
      Instant at,
      Outcome outcome,
      String reason,
      @Nullable Instant answeredAt)
      implements LogEntry {}

  /// What came of the conversation, written after its end; the first one of a call is kept.
  record Concluded(UUID id, CallId call, Instant at, Conclusion conclusion) implements LogEntry {}
}
