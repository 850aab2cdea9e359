package parley.mail.report;

import java.util.Optional;
import parley.mail.header.MessageId;

/// Somebody, or their program, opened or deleted a mail (RFC 8098).
///
/// @param mail Message-ID of that mail
/// @param disposition `displayed`, `deleted` and so on, in lower case; empty where it is not told
public record ReadReceipt(Optional<MessageId> mail, String disposition) {}
