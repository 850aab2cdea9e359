package parley.callback.followup;

import java.util.Optional;
import parley.callback.work.NewCallback;
import parley.config.CallbackSettings.FollowUps;
import parley.config.CallbackSettings.Way;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;

/// Says how a customer hears of what their conversation left to be done: by call or mail, as the
/// site has set it. Where the one cannot be the other is taken, and where neither can be, people
/// see to it. A customer hears once of all that is open. Pure; any thread.
public final class FollowUpRule {

  private final FollowUps ways;

  public FollowUpRule(FollowUps ways) {
    this.ways = ways;
  }

  /// How a customer can be reached.
  ///
  /// @param call the call that may be made; empty where none may
  /// @param mail whether a letter can go out
  public record Reach(Optional<NewCallback> call, boolean mail) {}

  /// What is done about a conversation that was not resolved.
  public FollowUpStep step(OpenMatter matter, Reach reach) {
    return switch (matter.meanwhile()) {
      case CALL_COMES -> new FollowUpStep.Promised();
      case IN_TOUCH -> new FollowUpStep.Person("the customer has been in touch again since");
      case WRITTEN -> new FollowUpStep.Person("the customer was asked by mail and has not written");
      case WITH_PERSON -> new FollowUpStep.Person("a person has the customer's mail");
      case OUR_CALL -> new FollowUpStep.Person("it was left open by a call of ours");
      case NOTHING ->
          matter.disposition() == Disposition.HANDED_OVER
              ? new FollowUpStep.Person("a person has talked with the customer")
              : by(way(matter), reach);
    };
  }

  /// Of several ways the one that reaches the customer best.
  private Way way(OpenMatter matter) {
    return matter.open().stream()
        .map(FollowUp::kind)
        .map(this::way)
        .min(Way::compareTo)
        .orElse(Way.PERSON);
  }

  private Way way(FollowUp.Kind kind) {
    return switch (kind) {
      case CALL_BACK -> Way.PERSON;
      case ANSWER -> ways.answer();
      case REPAIR -> ways.repair();
    };
  }

  private static FollowUpStep by(Way way, Reach reach) {
    Optional<FollowUpStep> call = reach.call().map(FollowUpStep.Call::new);
    Optional<FollowUpStep> mail =
        reach.mail() ? Optional.of(new FollowUpStep.Mail()) : Optional.empty();
    return switch (way) {
      case CALL -> call.or(() -> mail).orElseGet(FollowUpRule::unreachable);
      case MAIL -> mail.or(() -> call).orElseGet(FollowUpRule::unreachable);
      case PERSON -> new FollowUpStep.Person("callbacks.follow-up leaves it to people");
    };
  }

  private static FollowUpStep unreachable() {
    return new FollowUpStep.Person("the customer can be reached neither by call nor by mail");
  }
}
