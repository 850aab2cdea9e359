package parley.mail.mailbox;

import java.nio.file.Path;
import java.time.Instant;

/// A mail that was fetched and is to be recorded.
///
/// @param identity the same for the same mail, under whatever UID it comes
/// @param messageId as it stands in the mail; empty where there is none
/// @param sender the address of From in lower case; empty where none can be read
/// @param sizeBytes of the whole mail, as the server says
/// @param file its bytes; of a mail that is refused, its header alone
/// @param refused why it is not to be dealt with; empty for one that is
public record Arrival(
    Place place,
    String identity,
    String messageId,
    String sender,
    long sizeBytes,
    Path file,
    String refused,
    Instant at) {

  /// Where on the server it lies.
  public record Place(String mailbox, String folder, long uidValidity, long uid) {}
}
