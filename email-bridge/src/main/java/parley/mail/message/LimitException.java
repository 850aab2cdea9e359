package parley.mail.message;

import java.io.IOException;

/// A mail goes beyond a limit. An I/O exception, since it also ends streams that libraries read.
final class LimitException extends IOException {

  private static final long serialVersionUID = 1;

  private final QuarantineReason reason;

  /// @param where one sentence without the mail's words
  LimitException(QuarantineReason reason, String where) {
    super(where);
    this.reason = reason;
  }

  QuarantineReason reason() {
    return reason;
  }
}
