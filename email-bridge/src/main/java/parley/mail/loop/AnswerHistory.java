package parley.mail.loop;

import java.time.Instant;
import java.util.List;

/// What was sent by itself before, as far as it matters for a mail.
///
/// @param toSender when the address that would be answered was sent automatic answers; those of the
///   longest window of [AnswerRules] are enough
/// @param inThread when automatic answers were sent in this thread, all of them
public record AnswerHistory(List<Instant> toSender, List<Instant> inThread) {

  public static final AnswerHistory NONE = new AnswerHistory(List.of(), List.of());

  public AnswerHistory {
    toSender = List.copyOf(toSender);
    inThread = List.copyOf(inThread);
  }
}
