package parley.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One mailbox whose mail Parley answers.
///
/// @param name as the commands and the log name it
/// @param address what customers write to, and the sender of replies
/// @param workTo who gets what Parley cannot answer; null: nobody is told by mail
/// @param in the IMAP server
/// @param out the SMTP server
/// @param user the login at both
/// @param token an OAuth2 access token is used instead of a password
/// @param folder that is watched
/// @param mark how a mail is marked that Parley has taken
/// @param takenFolder where a mail is moved that Parley has taken
/// @param old which mails are taken that were there before Parley first looked
/// @param receipt whether each reply also goes to `address`, so that a crash while sending can be
///   told from one before
/// @param dkim how what goes out is signed; null: not
/// @param trustStore certificates (PEM) that are trusted beside the usual ones; null: none
public record MailboxSettings(
    String name,
    String address,
    @Nullable String workTo,
    Server in,
    Server out,
    String user,
    @Nullable Secret password,
    @Nullable Token token,
    String folder,
    Mark mark,
    String takenFolder,
    Old old,
    boolean receipt,
    @Nullable Dkim dkim,
    @Nullable Path trustStore) {

  /// Neither signed nor with certificates of its own.
  public MailboxSettings(
      String name,
      String address,
      @Nullable String workTo,
      Server in,
      Server out,
      String user,
      @Nullable Secret password,
      @Nullable Token token,
      String folder,
      Mark mark,
      String takenFolder,
      Old old,
      boolean receipt) {
    this(
        name,
        address,
        workTo,
        in,
        out,
        user,
        password,
        token,
        folder,
        mark,
        takenFolder,
        old,
        receipt,
        null,
        null);
  }

  /// How a connection is kept from others' eyes.
  public enum Tls {
    /// From the first byte.
    IMPLICIT,
    /// After a greeting in the clear; a server that does not offer it is refused.
    STARTTLS,
    /// Not at all: for a server on this machine.
    NONE
  }

  public enum Mark {
    /// Read, as by a person.
    SEEN,
    /// A keyword of Parley's own; the mail stays unread.
    KEYWORD,
    /// Moved to another folder.
    MOVE
  }

  public enum Old {
    UNREAD,
    ALL,
    NONE
  }

  /// A signature that others can check (RFC 6376).
  ///
  /// @param keyFile the private key as PEM
  public record Dkim(String selector, String domain, Path keyFile) {}

  public record Server(String host, int port, Tls tls) {}

  /// Where access tokens come from: a refresh token's exchange, or the client's own credentials
  /// where there is none.
  public record Token(
      URI url,
      String client,
      @Nullable Secret clientSecret,
      @Nullable Secret refreshToken,
      @Nullable String scope) {}
}
