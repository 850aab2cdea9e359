package parley.callback.followup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import parley.callback.plan.Callback;
import parley.callback.promise.DialableNumbers;
import parley.callback.window.NextHour;
import parley.callback.work.NewCallback;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;

/// Decides what is done about an open matter: finds out how the customer can be reached now, and
/// asks the rule. Pure but for what the parts look up; any thread.
public final class FollowUpDesk {

  private final FollowUpRule rule;
  private final DialableNumbers numbers;
  private final NextHour hours;
  private final boolean mails;

  /// @param hours when somebody may be called
  /// @param mails whether there is a mailbox that letters go out from
  public FollowUpDesk(FollowUpRule rule, DialableNumbers numbers, NextHour hours, boolean mails) {
    this.rule = rule;
    this.numbers = numbers;
    this.hours = hours;
    this.mails = mails;
  }

  public FollowUpStep step(OpenMatter matter, Instant now) {
    Optional<NewCallback> call = matter.number().flatMap(number -> call(matter, number, now));
    return rule.step(matter, new FollowUpRule.Reach(call, mails && matter.mailed()));
  }

  private Optional<NewCallback> call(OpenMatter matter, PhoneNumber number, Instant now) {
    PhoneNumber plain = DialableNumbers.plain(number);
    if (numbers.problem(plain).isPresent()) {
      return Optional.empty();
    }
    return switch (hours.of(plain, matter.queue(), now)) {
      case NextHour.Never _ -> Optional.empty();
      case NextHour.Within(CallbackWindow window) ->
          Optional.of(call(matter, plain, Optional.of(window), now));
      case NextHour.Unnamed _ -> Optional.of(call(matter, plain, Optional.empty(), now));
    };
  }

  private static NewCallback call(
      OpenMatter matter, PhoneNumber number, Optional<CallbackWindow> window, Instant now) {
    Callback callback =
        Callback.waiting(
            id(matter.conversation()),
            Callback.Origin.FOLLOW_UP,
            Optional.of(matter.conversation()),
            number,
            matter.topic().text(),
            matter.queue(),
            matter.language(),
            window);
    return new NewCallback(callback, now, 0);
  }

  /// The same for the same conversation: a second one would be the same row.
  private static UUID id(UUID conversation) {
    return UUID.nameUUIDFromBytes(
        ("follow-up call " + conversation).getBytes(StandardCharsets.US_ASCII));
  }
}
