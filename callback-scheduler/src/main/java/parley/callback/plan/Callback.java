package parley.callback.plan;

import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.callback.Outbound;

/// Somebody who is to be called. Immutable; any thread.
///
/// @param origin where it was asked for
/// @param conversation that it goes on with; empty when there was none
/// @param number dialable: with a leading plus wherever the country is known
/// @param reason what it is about, for people and for the first sentences of the call
/// @param queue the skill that is wanted; empty for anybody
/// @param language ISO 639-1; empty for the site's
/// @param window within which it was promised; empty: as soon as it can be
/// @param order who is called first
/// @param attempts calls made so far
public record Callback(
    UUID id,
    Origin origin,
    Optional<UUID> conversation,
    PhoneNumber number,
    String reason,
    String queue,
    String language,
    Optional<CallbackWindow> window,
    Order order,
    int attempts,
    CallbackState state) {

  /// Where a callback was asked for.
  public enum Origin {
    CALL,
    /// By a caller who waited in a queue and keeps the place.
    QUEUE,
    MAIL,
    COMMAND,
    API,
    /// By rule, after a conversation that was not resolved.
    FOLLOW_UP,
    /// By rule, before an appointment.
    APPOINTMENT;

    /// Why the customer is called, as they are told.
    public Outbound.Cause cause() {
      return switch (this) {
        case CALL, QUEUE, MAIL, COMMAND, API -> Outbound.Cause.ASKED;
        case FOLLOW_UP -> Outbound.Cause.FOLLOW_UP;
        case APPOINTMENT -> Outbound.Cause.APPOINTMENT;
      };
    }
  }

  /// Who is called first.
  public enum Order {
    /// As the settings say for its queue.
    CUSTOMER_FIRST,
    /// An agent, whatever the settings say.
    AGENT_FIRST
  }

  /// What the conversation of its call is told of it.
  public Outbound outbound() {
    return new Outbound(id, origin.cause(), reason, conversation, window);
  }

  /// One for which nobody was called yet, in the order that the settings say.
  public static Callback waiting(
      UUID id,
      Origin origin,
      Optional<UUID> conversation,
      PhoneNumber number,
      String reason,
      String queue,
      String language,
      Optional<CallbackWindow> window) {
    return new Callback(
        id,
        origin,
        conversation,
        number,
        reason,
        queue,
        language,
        window,
        Order.CUSTOMER_FIRST,
        0,
        CallbackState.WAITING);
  }
}
