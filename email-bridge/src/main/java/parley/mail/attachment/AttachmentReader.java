package parley.mail.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import parley.mail.attachment.AttachmentText.NoWords;
import parley.mail.attachment.AttachmentText.Words;
import parley.mail.header.OneLine;
import parley.mail.text.HtmlText;
import parley.mail.text.MailCharset;

/// The words of attached files: text and HTML here, Office files as the zip of XML that they are,
/// PDF in a process of its own, recordings by the recognizer. Nothing in a file makes it throw.
///
/// Thread: any; blocks, for [TextLimits#pdfTime] at most, recordings apart.
public final class AttachmentReader {

  /** Bytes of plain text and HTML that are looked at for each character kept. */
  private static final int BYTES_PER_CHARACTER = 8;

  private final TextLimits limits;
  private final AttachmentTranscriber transcriber;
  private final OfficeFile office;
  private final PdfProcess pdf;

  public AttachmentReader(TextLimits limits, AttachmentTranscriber transcriber) {
    this.limits = limits;
    this.transcriber = transcriber;
    this.office = new OfficeFile(limits);
    this.pdf = new PdfProcess(limits);
  }

  /// @param attachment one that was scanned
  public AttachmentText read(Attachment attachment) {
    if (attachment.bytes() > limits.fileBytes()) {
      return new NoWords("The file has more than %d bytes.".formatted(limits.fileBytes()));
    }
    try {
      return switch (attachment.form()) {
        case TEXT -> cut(plain(attachment));
        case HTML -> cut(HtmlText.of(plain(attachment)));
        case OFFICE -> office.read(attachment.file());
        case PDF -> pdf.read(attachment.file());
        case AUDIO -> heard(attachment);
        case OUTLOOK_ONLY ->
            new NoWords("It is packed in Outlook's own form, which other programs cannot read.");
        case PICTURE, CALENDAR, MAIL, ARCHIVE, PROGRAM, OTHER ->
            new NoWords("Files of this form are not read.");
      };
    } catch (IOException | RuntimeException e) {
      return new NoWords("It cannot be read (" + e.getClass().getSimpleName() + ").");
    }
  }

  private AttachmentText heard(Attachment attachment) {
    return switch (transcriber.transcribe(attachment.file(), attachment.name())) {
      case Words(String text, _) -> cut(text);
      case NoWords none -> none;
    };
  }

  private String plain(Attachment attachment) throws IOException {
    try (InputStream in = Files.newInputStream(attachment.file())) {
      int most = Math.min(8 << 20, limits.characters() * BYTES_PER_CHARACTER);
      return MailCharset.decode(in.readNBytes(most), "");
    }
  }

  private AttachmentText cut(String text) {
    String clean = text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
    return clean.isEmpty()
        ? new NoWords("It holds no words.")
        : new Words(OneLine.cut(clean, limits.characters()), clean.length() > limits.characters());
  }
}
