package parley.gateway.outbound;

import parley.callback.plan.AttemptOutcome;

/// What a call that reached nobody came to, from what Asterisk and the network said of it. Pure.
///
/// Sources: Asterisk 22, `causes.h` and `app_dial.c` (DIALSTATUS); RFC 3261 section 21; RFC 8197
/// (607) and RFC 8688 (608).
final class DialOutcomes {

  private DialOutcomes() {}

  /// The network's own words go first, then the cause, then Asterisk's sum of both: a `CHANUNAVAIL`
  /// may be a wrong number as well as a full trunk.
  static AttemptOutcome of(Noted.Ended ended) {
    return switch (ended.sip()) {
      // Busy here, busy everywhere, and a person who pressed the red button.
      case 486, 600, 603 -> AttemptOutcome.BUSY;
      // Forbidden, not found, gone, address incomplete, does not exist, unwanted, rejected by law.
      case 403, 404, 410, 484, 604, 607, 608 -> AttemptOutcome.NUMBER_REFUSED;
      case 408, 480, 487 -> AttemptOutcome.NO_ANSWER;
      case 500, 502, 503, 504 -> AttemptOutcome.CONGESTION;
      default -> ofCause(ended);
    };
  }

  private static AttemptOutcome ofCause(Noted.Ended ended) {
    return switch (ended.cause()) {
      case 17 -> AttemptOutcome.BUSY;
      case 1, 21, 22, 28 -> AttemptOutcome.NUMBER_REFUSED;
      case 18, 19 -> AttemptOutcome.NO_ANSWER;
      case 2, 3, 27, 34, 38, 41, 42, 44, 58 -> AttemptOutcome.CONGESTION;
      default -> ofStatus(ended.status());
    };
  }

  private static AttemptOutcome ofStatus(String status) {
    return switch (status) {
      case "BUSY" -> AttemptOutcome.BUSY;
      // Rang until the ring time, or until we gave it up.
      case "NOANSWER", "CANCEL" -> AttemptOutcome.NO_ANSWER;
      case "CONGESTION", "CHANUNAVAIL" -> AttemptOutcome.CONGESTION;
      default -> AttemptOutcome.NOT_DIALLED;
    };
  }
}
