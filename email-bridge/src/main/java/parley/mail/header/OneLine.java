package parley.mail.header;

/// Text for a header or a list: one line without characters that nobody sees.
public final class OneLine {

  private OneLine() {}

  /// Control, format and line-parting characters become spaces: they end headers, or turn what is
  /// shown around ("gpj.exe" written backwards).
  ///
  /// @param longest in characters; the rest is cut
  public static String of(String text, int longest) {
    String head = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
    String line = head.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    return cut(line, longest);
  }

  /// The beginning of a text that does not end within a character.
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end =
        longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end).strip();
  }
}
