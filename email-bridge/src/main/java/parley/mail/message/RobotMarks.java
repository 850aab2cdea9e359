package parley.mail.message;

/// Headers by which programs tell that no person wrote a mail, or that none wants an answer. Values
/// are in lower case and one line; empty where the header is missing.
///
/// @param autoSubmitted RFC 3834, without comments and parameters
/// @param precedence `bulk`, `junk`, `list`, `auto_reply`
/// @param list whether it has List-Id, List-Unsubscribe or another List- header
/// @param suppress of X-Auto-Response-Suppress, Exchange's own
/// @param robotHeader one of the older X- headers of robots, such as X-Autoreply
/// @param nullReturnPath whether its envelope has no sender, so that nothing must be sent back
/// @param parley of `X-Parley-Reply`: which Parley wrote it
public record RobotMarks(
    String autoSubmitted,
    String precedence,
    boolean list,
    String suppress,
    boolean robotHeader,
    boolean nullReturnPath,
    String parley) {

  public static final RobotMarks NONE = new RobotMarks("", "", false, "", false, false, "");
}
