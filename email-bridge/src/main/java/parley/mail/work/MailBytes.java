package parley.mail.work;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/// Received mails as they came. Thread: any.
public interface MailBytes {

  /// Writes a mail's bytes in pieces.
  ///
  /// @return false, and nothing is written, where they are not kept any more, or sealed with a key
  ///   that is not there
  boolean copy(UUID mail, OutputStream to) throws IOException;
}
