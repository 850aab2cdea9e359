package parley.mail.message;

/// How much of a mail is read. Beyond a limit it is quarantined; only text is cut instead.
///
/// @param mailBytes of the whole raw mail
/// @param lineBytes of its longest line; RFC 5322 allows 998, but some programs send a file in one
/// @param headerBytes of all headers of all parts, and 64 for each header
/// @param parts of all kinds
/// @param depth of parts in parts
/// @param attachments kept
/// @param attachmentBytes of all attachments together, decoded
/// @param textCharacters of the mail's text; the rest is left out
public record ReadLimits(
    long mailBytes,
    int lineBytes,
    int headerBytes,
    int parts,
    int depth,
    int attachments,
    long attachmentBytes,
    int textCharacters) {

  public static final ReadLimits DEFAULT =
      new ReadLimits(75L << 20, 8 << 20, 512 << 10, 500, 20, 100, 60L << 20, 200_000);

  public ReadLimits {
    if (Math.min(mailBytes, attachmentBytes) < 1
        || Math.min(Math.min(lineBytes, headerBytes), Math.min(parts, depth)) < 1
        || Math.min(attachments, textCharacters) < 0) {
      throw new IllegalArgumentException("Limits of mails are larger than 0");
    }
  }
}
