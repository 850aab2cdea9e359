package parley.mail.text;

/// Paragraphs from the lines of `format=flowed` (RFC 3676).
public final class Flowed {

  private static final String SIGNATURE = "-- ";

  private Flowed() {}

  /// @param deleteSpace of `delsp=yes`, for scripts without spaces between words
  public static String joined(String text, boolean deleteSpace) {
    StringBuilder joined = new StringBuilder(text.length());
    boolean open = false;
    int openDepth = -1;
    for (String line : text.lines().toList()) {
      int depth = depth(line);
      String words = unstuffed(line.substring(depth));
      boolean goesOn = open && depth == openDepth && !words.equals(SIGNATURE);
      if (!goesOn) {
        joined.append(joined.isEmpty() ? "" : "\n").append(marks(depth));
      }
      open = words.endsWith(" ") && !words.equals(SIGNATURE);
      openDepth = depth;
      joined.append(open && deleteSpace ? words.substring(0, words.length() - 1) : words);
    }
    return joined.toString();
  }

  private static String marks(int depth) {
    return depth == 0 ? "" : ">".repeat(depth) + " ";
  }

  private static int depth(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }

  private static String unstuffed(String words) {
    return words.startsWith(" ") ? words.substring(1) : words;
  }
}
