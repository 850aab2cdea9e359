package parley.gateway.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import parley.dialogue.call.CallId;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.HandOverRequest;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.ConversationLog;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTimings;
import parley.dialogue.turn.TurnAction;

/// Writes one call's log as it happens, turn by turn. A reply is written with what was heard of it,
/// when it ends.
///
/// Thread: the call's own. Each write is durable before it returns.
final class CallJournal {
  private final ConversationLog log;
  private final CallId call;
  private final CallTime time;
  private int turns;
  private final List<String> replyWords = new ArrayList<>();
  private final List<String> replyCitations = new ArrayList<>();
  private long replyStartMs = -1;
  private TurnTimings timings = TurnTimings.NONE;
  private long decidedToSpeakMs = -1;

  CallJournal(ConversationLog log, CallId call, CallTime time) {
    this.log = log;
    this.call = call;
    this.time = time;
  }

  /// The caller's turn, with what it was understood as.
  void callerSpoke(TurnAction.Commit turn, String understoodAs, String rule) {
    write(
        Speaker.CALLER,
        turn.words(),
        false,
        turn.startMs(),
        turn.endMs(),
        turn.confidence().value(),
        false,
        TurnTimings.NONE,
        understoodAs,
        rule,
        List.of());
    timings =
        new TurnTimings(
            turn.endpointMs() - turn.endMs(), turn.finalMs() - turn.endpointMs(), -1, -1);
  }

  void callerPressed(Spoken keys, String understoodAs, String rule) {
    long now = time.ms();
    write(
        Speaker.CALLER,
        keys,
        true,
        now,
        now,
        1,
        false,
        TurnTimings.NONE,
        understoodAs,
        rule,
        List.of());
    timings = TurnTimings.NONE;
  }

  /// The conversation has decided what to say; its sound is still to be made.
  void replyDecided(long thinkMs, List<String> citations) {
    if (replyWords.isEmpty() && replyStartMs < 0) {
      decidedToSpeakMs = time.ms();
      timings = new TurnTimings(timings.endpointMs(), timings.finalMs(), thinkMs, -1);
    }
    replyCitations.addAll(citations);
  }

  void replySounds() {
    if (replyStartMs < 0) {
      replyStartMs = time.ms();
      timings =
          new TurnTimings(
              timings.endpointMs(),
              timings.finalMs(),
              timings.thinkMs(),
              decidedToSpeakMs < 0 ? -1 : replyStartMs - decidedToSpeakMs);
    }
  }

  void replyHeard(Spoken sentence) {
    if (!sentence.isEmpty()) {
      replyWords.add(sentence.text());
    }
  }

  /// The reply is over; returns what was heard of it.
  Spoken replyEnds(boolean interrupted) {
    Spoken heard = new Spoken(String.join(" ", replyWords));
    if (replyStartMs >= 0) {
      write(
          Speaker.PARLEY,
          heard,
          false,
          replyStartMs,
          time.ms(),
          1,
          interrupted,
          timings,
          "",
          "",
          replyCitations);
    }
    replyWords.clear();
    replyCitations.clear();
    replyStartMs = -1;
    decidedToSpeakMs = -1;
    timings = TurnTimings.NONE;
    return heard;
  }

  private void write(
      Speaker who,
      Spoken words,
      boolean keyed,
      long startMs,
      long endMs,
      double confidence,
      boolean interrupted,
      TurnTimings turnTimings,
      String understoodAs,
      String rule,
      List<String> citations) {
    log.write(
        new LogEntry.TurnTaken(
            UUID.randomUUID(),
            call,
            time.at(endMs),
            ++turns,
            who,
            words,
            keyed,
            startMs,
            endMs,
            confidence,
            interrupted,
            turnTimings,
            understoodAs,
            rule,
            citations));
  }

  void leg(String channel, String role, String event, String detail) {
    log.write(
        new LogEntry.LegChanged(
            UUID.randomUUID(), call, time.at(time.ms()), channel, role, event, detail));
  }

  void transferEnded(String outcome, HandOverRequest request) {
    audit(
        "transfer-ended",
        Map.of(
            "outcome", outcome,
            "queue", request.queue(),
            "skill", request.skill(),
            "priority", request.priority().name(),
            "language", request.language(),
            "reason", request.reason()));
  }

  /// A service has said who the caller is.
  void identified(Spoken mail) {
    log.write(new LogEntry.CallerIdentified(UUID.randomUUID(), call, time.at(time.ms()), mail));
  }

  void recorded(String path, long durationMs) {
    log.write(
        new LogEntry.RecordingMade(UUID.randomUUID(), call, time.at(time.ms()), path, durationMs));
  }

  void audit(String what, Map<String, String> details) {
    log.write(
        new LogEntry.Audited(UUID.randomUUID(), call, time.at(time.ms()), "parley", what, details));
  }

  void ended(Outcome outcome, String reason) {
    log.write(
        new LogEntry.CallEnded(
            UUID.randomUUID(), call, time.at(time.ms()), outcome, reason, time.answeredAt()));
  }
}
