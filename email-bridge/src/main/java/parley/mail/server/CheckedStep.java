package parley.mail.server;

/// One step of a check of a mailbox.
///
/// @param says what was found, or what is wrong and what to do about it
public record CheckedStep(String name, boolean passed, String says) {}
