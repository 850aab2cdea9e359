package parley.mail.attachment;

import java.nio.file.Path;

/// A file that came with a mail. Its bytes are kept as they were sent; nothing of it was opened.
///
/// @param name made harmless: one line, no folder, not empty
/// @param type media type as the mail names it, in lower case
/// @param form what can be done with it, from type and name
/// @param bytes its size
/// @param file where it is kept, under a name of ours
/// @param inline whether the mail's text shows it, as a picture
public record Attachment(
    String name, String type, Form form, long bytes, Path file, boolean inline) {

  /// What can be done with a file.
  public enum Form {
    TEXT,
    HTML,
    PDF,
    /// Word, Excel, PowerPoint and OpenDocument of this century.
    OFFICE,
    PICTURE,
    AUDIO,
    CALENDAR,
    /// A mail inside a mail, kept as it is.
    MAIL,
    ARCHIVE,
    /// Outlook's own wrapping (winmail.dat): files inside cannot be reached, the sender must be
    /// told.
    OUTLOOK_ONLY,
    /// What runs when it is opened.
    PROGRAM,
    OTHER
  }

  public Attachment {
    if (name.isBlank() || name.contains("/") || name.contains("\\") || bytes < 0) {
      throw new IllegalArgumentException("An attachment has a plain name and a size");
    }
  }
}
