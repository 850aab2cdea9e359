package parley.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How mail is read and answered in all mailboxes: `mail`.
///
/// @param authservId the receiving server's name in Authentication-Results; null: none is believed
/// @param spamHeader a header of the site's filter beside the usual ones; null: none
/// @param scanner the program that looks at attached files, and its arguments; empty: none
public record MailRules(
    Limits limits,
    Answers answers,
    @Nullable String authservId,
    @Nullable SpamHeader spamHeader,
    List<String> scanner,
    Duration scannerTimeout) {

  public MailRules {
    scanner = List.copyOf(scanner);
  }

  /// Beyond these a mail is quarantined, and a file is not opened.
  ///
  /// @param megabytes of the whole mail
  /// @param depth of parts in parts
  /// @param fileMegabytes of an attached file that is read for its words
  public record Limits(int megabytes, int parts, int depth, int fileMegabytes) {}

  /// Automatic answers at most, and what is done with mail that the receiving server marked.
  public record Answers(
      int senderHour,
      int senderDay,
      int threadHour,
      int threadDay,
      int thread,
      Treatment spam,
      Treatment forged) {}

  /// What a mark leads to.
  public enum Treatment {
    QUARANTINE,
    /// It is kept and not answered.
    RECORD,
    /// It is answered like any other.
    IGNORE
  }

  /// A header and what its value begins with.
  public record SpamHeader(String name, String value) {}
}
