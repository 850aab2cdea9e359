package parley.mail.reply;

import java.net.URLConnection;
import java.nio.file.Path;
import parley.mail.attachment.FileName;

/// A file that goes out with a reply.
///
/// @param type media type, such as `application/pdf`
public record Enclosure(String name, String type, Path file) {

  private static final String UNKNOWN = "application/octet-stream";

  /// A file under its own name.
  public static Enclosure of(Path file) {
    String name = file.getFileName().toString();
    String type = URLConnection.guessContentTypeFromName(name);
    return new Enclosure(name, type == null ? UNKNOWN : type, file);
  }

  public Enclosure {
    name = FileName.harmless(name, type);
    if (!type.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,90}")) {
      throw new IllegalArgumentException("A file's type is written like application/pdf");
    }
  }
}
