package parley.callback.calendar;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Where a calendar's busy times come from.
///
/// @param url `https:`, `http:` for this machine, or `file:`
/// @param caldav whether it is asked by CalDAV (RFC 4791) instead of being fetched whole
/// @param user for basic authentication; empty: none
/// @param passwordFile holds the password, read each time
/// @param every how often it is looked at
public record Feed(
    URI url, boolean caldav, String user, Optional<Path> passwordFile, Duration every) {}
