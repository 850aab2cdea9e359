package parley.dialogue.llm.chat;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A request to a language model that failed. Its message never holds words of a conversation, of
/// the model or of a key.
public final class ChatFault extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final FailureReason reason;
  private final boolean retryable;
  private final transient @Nullable Duration retryAfter;

  private ChatFault(
      FailureReason reason,
      String message,
      boolean retryable,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.retryable = retryable;
    this.retryAfter = retryAfter;
  }

  /// It will fail again.
  public static ChatFault lasting(FailureReason reason, String message) {
    return new ChatFault(reason, message, false, null, null);
  }

  /// The same request may go well next time.
  static ChatFault passing(String message, @Nullable Throwable cause) {
    return new ChatFault(FailureReason.UNREACHABLE, message, true, null, cause);
  }

  /// The provider wants fewer requests.
  static ChatFault tooMany(String message, Duration retryAfter) {
    return new ChatFault(FailureReason.RATE_LIMITED, message, true, retryAfter, null);
  }

  public FailureReason reason() {
    return reason;
  }

  /// Whether the same request, sent again, may go well.
  boolean retryable() {
    return retryable;
  }

  /// How long the provider asks us to wait, null when it does not say.
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
