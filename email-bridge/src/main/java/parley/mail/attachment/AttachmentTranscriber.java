package parley.mail.attachment;

import java.nio.file.Path;

/// The words of an attached recording, such as a voice message. Port: the server joins it to the
/// recognizer that hears calls.
///
/// Thread: any; blocks for up to a minute.
@FunctionalInterface
public interface AttachmentTranscriber {

  /// @param audio a file in whatever form it was sent
  /// @param name its name, which tells the form
  /// @return no words where the form is not known, nothing was said, or it is too long
  AttachmentText transcribe(Path audio, String name);

  /// For a site without a recognizer.
  static AttachmentTranscriber none() {
    return (_, _) -> new AttachmentText.NoWords("Recordings are not listened to.");
  }
}
