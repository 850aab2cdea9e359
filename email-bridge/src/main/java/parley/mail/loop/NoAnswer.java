package parley.mail.loop;

/// Why a mail is not answered by itself.
public enum NoAnswer {
  OWN_MAIL(false),
  BOUNCE(true),
  READ_RECEIPT(false),
  ANOTHER_PARLEY(false),
  /// Auto-Submitted, or a robot's header (RFC 3834).
  AUTOMATIC(false),
  SUPPRESSED(false),
  LIST(false),
  BULK(false),
  NO_RETURN_PATH(false),
  NO_SENDER(true),
  ROBOT_SENDER(false),
  REPLIES_TO_US(true),
  INVITATION(true),
  SPAM(false),
  FORGED(true),
  /// We got a copy; others are asked.
  ONLY_COPIED(false),
  MANY_RECIPIENTS(true),
  SENDER_LIMIT(true),
  THREAD_LIMIT(true);

  private final boolean personLooks;

  NoAnswer(boolean personLooks) {
    this.personLooks = personLooks;
  }

  /// Whether somebody may be waiting behind it, so that a person should see it.
  public boolean personLooks() {
    return personLooks;
  }
}
