package parley.mail.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.mail.attachment.Attachment;

/// The files of one mail while it is read: streamed, counted, and named by numbers, since a name
/// from a mail is no name for a file of ours. One thread.
final class AttachmentFolder {

  private final Path folder;
  private final ReadLimits limits;
  private final List<Attachment> kept = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private long bytes;

  AttachmentFolder(Path folder, ReadLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /// @throws LimitException when there are too many, or too many bytes of them
  void keep(Part part, InputStream content) throws IOException {
    if (kept.size() >= limits.attachments()) {
      throw new LimitException(
          QuarantineReason.TOO_MANY_ATTACHMENTS,
          "It has more than %d attachments.".formatted(limits.attachments()));
    }
    Files.createDirectories(folder);
    Path file = folder.resolve(Integer.toString(kept.size() + 1));
    files.add(file);
    long before = bytes;
    try (OutputStream out = Files.newOutputStream(file)) {
      copy(content, out);
    }
    kept.add(
        new Attachment(
            part.harmlessName(),
            part.type().value(),
            part.form(),
            bytes - before,
            file,
            part.isInline()));
  }

  private void copy(InputStream content, OutputStream out) throws IOException {
    byte[] buffer = new byte[16 << 10];
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      bytes += read;
      if (bytes > limits.attachmentBytes()) {
        throw new LimitException(
            QuarantineReason.ATTACHMENTS_TOO_LARGE,
            "Its attachments have more than %d bytes.".formatted(limits.attachmentBytes()));
      }
      out.write(buffer, 0, read);
    }
  }

  List<Attachment> kept() {
    return kept;
  }

  /// Takes everything away again.
  void drop() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    if (!files.isEmpty()) {
      Files.deleteIfExists(folder);
    }
  }
}
