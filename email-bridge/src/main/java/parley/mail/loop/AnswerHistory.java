package parley.mail.loop;

import java.time.Instant;
import java.util.List;

/// What was sent by itself before, as far as it matters for a mail.
///
/// @param toSender when the address that would be answered was sent automatic answers; those of the
///   longest window of [AnswerRules] are enough
/// @param inThread when automatic answers were sent in this thread, all of them
/// @param takenElsewhere whether a mail with this Message-ID was taken from another of our
///   mailboxes
public record AnswerHistory(
    List<Instant> toSender, List<Instant> inThread, boolean takenElsewhere) {

  public static final AnswerHistory NONE = new AnswerHistory(List.of(), List.of(), false);

  public AnswerHistory {
    toSender = List.copyOf(toSender);
    inThread = List.copyOf(inThread);
  }
}
