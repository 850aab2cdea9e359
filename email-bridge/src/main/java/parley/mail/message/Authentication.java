package parley.mail.message;

/// What the receiving mail server says of the sender (RFC 8601).
///
/// @param dkim of any signature: passed if one of the From's domain or another did
public record Authentication(Verdict verdict, Outcome spf, Outcome dkim, Outcome dmarc) {

  /// Whether From is who it says.
  public enum Verdict {
    /// DMARC passed, or SPF or DKIM did for the domain that stands in From.
    GENUINE,
    /// DMARC failed, or SPF and DKIM both.
    FORGED,
    /// Nothing that can be trusted tells.
    UNKNOWN
  }

  /// Of one method.
  public enum Outcome {
    PASS,
    FAIL,
    /// Not checked, no record, or no clear result.
    NONE
  }

  public static final Authentication UNKNOWN =
      new Authentication(Verdict.UNKNOWN, Outcome.NONE, Outcome.NONE, Outcome.NONE);
}
