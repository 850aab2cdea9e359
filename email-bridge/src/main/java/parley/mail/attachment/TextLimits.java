package parley.mail.attachment;

import java.time.Duration;
import parley.config.MailRules;

/// How much of an attached file is read for its words.
///
/// @param fileBytes larger files are not opened
/// @param unpackedBytes of what is packed inside it, all pieces together
/// @param characters kept
/// @param pdfMemoryMegabytes heap of the process that reads a PDF
/// @param pdfTime that this process may take
public record TextLimits(
    long fileBytes, long unpackedBytes, int characters, int pdfMemoryMegabytes, Duration pdfTime) {

  public static final TextLimits DEFAULT =
      new TextLimits(20L << 20, 100L << 20, 50_000, 256, Duration.ofSeconds(20));

  public static TextLimits of(MailRules.Limits limits) {
    return new TextLimits(
        (long) limits.fileMegabytes() << 20,
        DEFAULT.unpackedBytes,
        DEFAULT.characters,
        DEFAULT.pdfMemoryMegabytes,
        DEFAULT.pdfTime);
  }

  public TextLimits {
    if (Math.min(fileBytes, unpackedBytes) < 1
        || Math.min(characters, pdfMemoryMegabytes) < 1
        || !pdfTime.isPositive()) {
      throw new IllegalArgumentException("Limits of attached files are larger than 0");
    }
  }
}
