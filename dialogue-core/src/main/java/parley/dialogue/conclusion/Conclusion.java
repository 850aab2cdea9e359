package parley.dialogue.conclusion;

import java.util.List;
import parley.dialogue.call.Spoken;

/// What is kept of a conversation once it is over. Holds no personal data: its texts are masked
/// before they are put here.
///
/// @param resolved whether nothing is left to be done, as far as is known
/// @param topic what it was about, in the customer's words; empty when nothing was asked
/// @param summary a few sentences for the people who read it later
public record Conclusion(
    Disposition disposition,
    boolean resolved,
    Spoken topic,
    Spoken summary,
    Author author,
    List<FollowUp> followUps) {

  /// Who wrote the summary.
  public enum Author {
    PARLEY,
    LANGUAGE_MODEL
  }

  public Conclusion {
    followUps = List.copyOf(followUps);
  }
}
