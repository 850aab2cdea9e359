package parley.callback.followup;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.config.CallbackSettings.FollowUps;
import parley.config.CallbackSettings.Way;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.FollowUp;

/// Says how a customer hears of what their conversation left to be done: by call or mail, as the
/// site has set it, when it is due. Where the one cannot be the other is taken, and where neither
/// can be, people see to it. Pure; any thread.
public final class FollowUpRule {

  private final FollowUps ways;

  public FollowUpRule(FollowUps ways) {
    this.ways = ways;
  }

  /// Where a customer can be reached.
  ///
  /// @param number empty when it was withheld
  /// @param address of their mail
  public record Reach(Optional<PhoneNumber> number, Optional<String> address) {}

  /// What is done about each follow-up of a conversation, in order of their due dates; nothing
  /// after one that was resolved.
  public Map<FollowUp, FollowUpStep> steps(Conclusion conclusion, Reach reach) {
    Map<FollowUp, FollowUpStep> steps = new LinkedHashMap<>();
    if (!conclusion.resolved()) {
      conclusion.followUps().stream()
          .sorted(Comparator.comparing(FollowUp::due))
          .forEach(open -> steps.put(open, step(open, reach)));
    }
    return steps;
  }

  FollowUpStep step(FollowUp open, Reach reach) {
    return switch (open.kind()) {
      case CALL_BACK -> new FollowUpStep.Promised();
      case ANSWER -> by(ways.answer(), open.due(), reach);
      case REPAIR -> by(ways.repair(), open.due(), reach);
    };
  }

  private static FollowUpStep by(Way way, Instant due, Reach reach) {
    Optional<FollowUpStep> call = reach.number().map(number -> new FollowUpStep.Call(number, due));
    Optional<FollowUpStep> mail =
        reach.address().map(address -> new FollowUpStep.Mail(address, due));
    return switch (way) {
      case CALL -> call.or(() -> mail).orElseGet(FollowUpStep.Person::new);
      case MAIL -> mail.or(() -> call).orElseGet(FollowUpStep.Person::new);
      case PERSON -> new FollowUpStep.Person();
    };
  }

  /// Those whose time is over, the longest first.
  public static List<FollowUp> overdue(List<FollowUp> open, Instant now) {
    return open.stream()
        .filter(one -> !one.due().isAfter(now))
        .sorted(Comparator.comparing(FollowUp::due))
        .toList();
  }
}
