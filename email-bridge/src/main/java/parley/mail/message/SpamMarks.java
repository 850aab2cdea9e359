package parley.mail.message;

import java.util.OptionalDouble;

/// What the receiving server's filter says.
///
/// @param score as it counts, where it tells one
public record SpamMarks(boolean spam, OptionalDouble score) {

  public static final SpamMarks NONE = new SpamMarks(false, OptionalDouble.empty());
}
