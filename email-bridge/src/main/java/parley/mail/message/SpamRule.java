package parley.mail.message;

import java.util.List;
import java.util.regex.Pattern;

/// A header by which a filter says that a mail is spam.
///
/// @param header its name
/// @param value found in it, in any case
public record SpamRule(String header, Pattern value) {

  /// SpamAssassin, rspamd and Exchange.
  public static final List<SpamRule> USUAL =
      List.of(
          of("X-Spam-Flag", "^\\s*yes"),
          of("X-Spam-Status", "^\\s*yes"),
          of("X-Spam", "^\\s*yes"),
          of("X-Spamd-Result", ":\\s*true\\b"),
          of("X-MS-Exchange-Organization-SCL", "^\\s*[5-9]\\s*$"));

  public static SpamRule of(String header, String value) {
    return new SpamRule(header, Pattern.compile(value, Pattern.CASE_INSENSITIVE));
  }
}
