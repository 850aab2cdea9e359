package parley.mail.attachment;

/// What an attached file says.
public sealed interface AttachmentText {

  /// @param cut whether it says more
  record Words(String text, boolean cut) implements AttachmentText {}

  /// It has no words, or none that can be read.
  ///
  /// @param why one sentence without the file's words
  record NoWords(String why) implements AttachmentText {}
}
