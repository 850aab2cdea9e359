package parley.speech.recording;

/// What came of listening to a recording.
public sealed interface HeardRecording {

  /// The text form hides them.
  ///
  /// @param text lower case, without punctuation; never empty
  record Words(String text) implements HeardRecording {
    @Override
    public String toString() {
      return "Words[" + text.length() + " letters]";
    }
  }

  /// Somebody else has to listen.
  ///
  /// @param why one sentence without the recording's words
  record NotHeard(String why) implements HeardRecording {}
}
