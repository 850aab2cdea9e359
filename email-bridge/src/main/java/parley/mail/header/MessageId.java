package parley.mail.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What names a mail: printable ASCII without white space, between angle brackets (RFC 5322,
/// 3.6.4).
///
/// @param value with its brackets; at most [#LONGEST] characters
public record MessageId(String value) {

  /** More is no line of a header any more (RFC 5322, 2.1.1). */
  public static final int LONGEST = 900;

  private static final Pattern FORM =
      Pattern.compile("<[\\x21-\\x7e&&[^<>]]{1," + (LONGEST - 2) + "}>");

  public MessageId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("A Message-ID is printable ASCII between < and >");
    }
  }

  /// The first in a header; also of programs that forget the brackets.
  public static Optional<MessageId> first(String header) {
    List<MessageId> all = all(header);
    if (!all.isEmpty()) {
      return Optional.of(all.getFirst());
    }
    String bare = "<" + header.strip() + ">";
    return FORM.matcher(bare).matches() && bare.contains("@")
        ? Optional.of(new MessageId(bare))
        : Optional.empty();
  }

  /// All in a header, in its order, each once.
  public static List<MessageId> all(String header) {
    List<MessageId> ids = new ArrayList<>();
    Matcher matcher = FORM.matcher(header);
    while (matcher.find()) {
      MessageId id = new MessageId(matcher.group());
      if (!ids.contains(id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  /// What stands behind the `@`, in lower case; empty where there is none.
  public String domain() {
    return value
        .substring(value.lastIndexOf('@') + 1, value.length() - 1)
        .toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
