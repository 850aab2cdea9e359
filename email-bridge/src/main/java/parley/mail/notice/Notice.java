package parley.mail.notice;

import java.time.Instant;
import java.util.UUID;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;

/// What the site's people are told about a caller whom nobody could talk to.
///
/// @param number where the caller can be reached; the mail shows its last two digits only
/// @param reason why a person was needed, as the rule or the conversation named it
/// @param summary the matter in one sentence; long numbers in it are masked in the mail
public record Notice(
    UUID id,
    Kind kind,
    CallId call,
    Instant at,
    PhoneNumber number,
    String reason,
    Spoken summary) {

  /// What happened.
  public enum Kind {
    CALLBACK_PROMISED,
    CALL_UNANSWERED
  }
}
