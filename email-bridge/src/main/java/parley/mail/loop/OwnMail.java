package parley.mail.loop;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.mail.header.MailAddress;

/// By what we know our own mail again.
///
/// @param mailboxes our addresses in lower case, without tokens
/// @param idDomain what stands behind the `@` of Message-IDs that we make; no other program's
/// @param instance what we write into `X-Parley-Reply`
public record OwnMail(Set<String> mailboxes, String idDomain, String instance) {

  public OwnMail {
    mailboxes =
        mailboxes.stream()
            .map(m -> m.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    idDomain = idDomain.toLowerCase(Locale.ROOT);
  }

  /// Message-IDs get a domain below the first mailbox's that no mail server or person uses: mails
  /// of the company's own people have the company's domain, and are not ours.
  ///
  /// @param mailboxes at least one
  public static OwnMail of(List<String> mailboxes, String instance) {
    String first = mailboxes.getFirst();
    return new OwnMail(
        new HashSet<>(mailboxes),
        "mail-by-parley." + first.substring(first.lastIndexOf('@') + 1),
        instance);
  }

  public boolean isOurs(MailAddress address) {
    return mailboxes.contains(address.mailbox().key()) || mailboxes.contains(address.key());
  }

  boolean isAmong(Stream<MailAddress> addresses) {
    return addresses.anyMatch(this::isOurs);
  }
}
