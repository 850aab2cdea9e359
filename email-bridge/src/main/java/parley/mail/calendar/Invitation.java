package parley.mail.calendar;

import java.time.Instant;
import java.util.Optional;

/// What a calendar says in a mail (RFC 5546). Times are missing where they cannot be understood.
///
/// @param method REQUEST, REPLY, CANCEL and so on, in capitals; empty where it is missing
/// @param uid names the event in all its mails
/// @param sequence how often it was changed
/// @param start empty also for whole days without a zone
/// @param summary one line
/// @param location one line, may be empty
/// @param answer of a REPLY: ACCEPTED, DECLINED, TENTATIVE; empty otherwise
public record Invitation(
    String method,
    String uid,
    int sequence,
    Optional<Instant> start,
    Optional<Instant> end,
    String summary,
    String location,
    String answer) {}
