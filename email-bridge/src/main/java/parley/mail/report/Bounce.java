package parley.mail.report;

import java.util.Optional;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;

/// A mail server could not deliver a mail.
///
/// @param bounced Message-ID of the mail that did not arrive, where the report holds it
/// @param recipient whom it did not reach
/// @param status `5.1.1` and so on (RFC 3463); empty where it is not told
/// @param permanent false while the server still tries
public record Bounce(
    Optional<MessageId> bounced,
    Optional<MailAddress> recipient,
    String status,
    boolean permanent) {}
