package parley.gateway.phone;

/// How dialling ended.
public sealed interface DialResult {

  /// Somebody answered, so many nanoseconds after the first INVITE left.
  record Answered(long afterNanos) implements DialResult {}

  /// The other side said no, such as 486 Busy Here.
  record Refused(int status, String reason) implements DialResult {}

  /// It rang, and nobody answered in time.
  record NotAnswered() implements DialResult {}

  /// The caller hung up before an answer.
  record Cancelled() implements DialResult {}

  /// Nothing at the server's address spoke SIP.
  record Unreachable() implements DialResult {}
}
