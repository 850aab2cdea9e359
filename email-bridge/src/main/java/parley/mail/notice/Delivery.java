package parley.mail.notice;

/// How one try to hand a mail to the server ended.
sealed interface Delivery {

  record Taken() implements Delivery {}

  /// Trying again cannot help.
  record Refused(String why) implements Delivery {}

  /// Trying again later may help.
  record Failed(String why) implements Delivery {}
}
