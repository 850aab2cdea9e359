package parley.callback.followup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;

/// A conversation that is over and has left something to be done, of which some is due now.
/// Immutable; any thread.
///
/// @param open what is still to be done
/// @param topic what the customer wanted, without personal data; may be empty
/// @param language ISO 639-1; may be empty
/// @param queue the skill that was wanted; empty for anybody
/// @param number of the customer, as the network gave it; empty when it was withheld
/// @param mailed whether an address of the customer is known
public record OpenMatter(
    UUID conversation,
    Disposition disposition,
    List<FollowUp> open,
    Spoken topic,
    String language,
    String queue,
    Optional<PhoneNumber> number,
    boolean mailed,
    Meanwhile meanwhile) {

  /// What has happened since the conversation.
  public enum Meanwhile {
    NOTHING,
    /// The customer will be called anyway.
    CALL_COMES,
    /// The customer has called or written again: that conversation counts.
    IN_TOUCH,
    /// The customer was asked by mail whether the answer helped, and has not written.
    WRITTEN,
    /// The customer's mail is with a person, who has not answered.
    WITH_PERSON,
    /// The conversation was a call that we made: its own plan of retries decides.
    OUR_CALL
  }

  public OpenMatter {
    open = List.copyOf(open);
  }

  @Override
  public String toString() {
    return "matter of " + conversation;
  }
}
