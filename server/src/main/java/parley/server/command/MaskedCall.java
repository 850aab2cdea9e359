package parley.server.command;

import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.FollowUp;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.CallLog.CallSummary;
import parley.dialogue.log.LogEntry.CallbackPromised;
import parley.dialogue.log.LogEntry.TransferTried;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.privacy.Masking;

/// A call as it may be given to others: what was said without personal data, telephone numbers but
/// for their last digits. Pure.
final class MaskedCall {

  private MaskedCall() {}

  static CallDetail of(CallDetail detail) {
    return new CallDetail(
        summary(detail.call()),
        detail.language(),
        detail.queue(),
        detail.turns().stream().map(MaskedCall::turn).toList(),
        detail.legs(),
        detail.transfers().stream().map(MaskedCall::transfer).toList(),
        detail.recordings(),
        detail.callbacks().stream().map(MaskedCall::callback).toList(),
        detail.audit(),
        detail.conclusion() == null ? null : conclusion(detail.conclusion()));
  }

  /// Its texts are masked already; what has become known as personal since is masked now.
  private static Conclusion conclusion(Conclusion written) {
    return new Conclusion(
        written.disposition(),
        written.resolved(),
        masked(written.topic()),
        masked(written.summary()),
        written.author(),
        written.followUps().stream().map(MaskedCall::followUp).toList());
  }

  private static FollowUp followUp(FollowUp open) {
    return new FollowUp(open.id(), open.kind(), open.due(), masked(open.what()));
  }

  private static Spoken masked(Spoken words) {
    return new Spoken(Masking.mask(words.text()));
  }

  private static CallSummary summary(CallSummary call) {
    return new CallSummary(
        call.id(),
        call.startedAt(),
        call.endedAt(),
        new PhoneNumber(call.caller()).toString(),
        call.dialled(),
        call.outcome(),
        call.turns());
  }

  private static TurnTaken turn(TurnTaken turn) {
    return new TurnTaken(
        turn.id(),
        turn.call(),
        turn.at(),
        turn.number(),
        turn.speaker(),
        new Spoken(turn.keyed() ? keys(turn.words()) : Masking.mask(turn.words().text())),
        turn.keyed(),
        turn.startMs(),
        turn.endMs(),
        turn.confidence(),
        turn.interrupted(),
        turn.timings(),
        turn.understoodAs(),
        turn.rule(),
        turn.citations());
  }

  /// One key is a choice; more may be a PIN.
  private static String keys(Spoken keys) {
    return keys.text().length() <= 1 ? keys.text() : "*".repeat(keys.text().length());
  }

  private static TransferTried transfer(TransferTried tried) {
    return new TransferTried(
        tried.id(),
        tried.call(),
        tried.at(),
        tried.agent(),
        tried.queue(),
        Masking.mask(tried.reason()),
        tried.outcome(),
        tried.ringMs());
  }

  private static CallbackPromised callback(CallbackPromised promised) {
    return new CallbackPromised(
        promised.id(),
        promised.call(),
        promised.at(),
        new PhoneNumber(promised.number().toString()),
        Masking.mask(promised.reason()),
        promised.window(),
        promised.queue(),
        promised.language(),
        promised.waitingSince());
  }
}
