package parley.mail.server;

import jakarta.mail.SendFailedException;
import org.jspecify.annotations.Nullable;

/// What Jakarta Mail's exceptions say. Pure.
public final class MailFaults {
  private MailFaults() {}

  /// Whether the server has taken the mail for some of its recipients.
  public static boolean somebodyGotIt(SendFailedException e) {
    return e.getValidSentAddresses() != null && e.getValidSentAddresses().length > 0;
  }

  public static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
