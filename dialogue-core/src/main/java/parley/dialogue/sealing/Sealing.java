package parley.dialogue.sealing;

/// Encrypts originals beside which the masked text is kept. Port; any thread.
public interface Sealing {

  /// The text, readable with the key only. The same text is sealed differently each time.
  ///
  /// @param context where it is kept, such as the id of the call and the turn's number; needed
  ///   again to open it, so that nobody can put it elsewhere unnoticed
  String seal(String text, String context);

  /// @throws SealBrokenException when it was changed, is of another place, or needs another key; a
  ///   retry cannot help
  String open(String sealed, String context);

  /// The same for bytes.
  byte[] seal(byte[] bytes, String context);

  /// @throws SealBrokenException as for a text
  byte[] open(byte[] sealed, String context);
}
