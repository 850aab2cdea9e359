package parley.dialogue.llm;

import java.util.regex.Pattern;

/// Makes a text that can stand between marks without ending them. Pure.
final class Quoting {

  /// Control characters, and those that show nothing or turn the direction of writing.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n\\t]]");

  private Quoting() {}

  static String inside(String untrusted) {
    return UNSEEN.matcher(untrusted).replaceAll("").replace('<', '‹').replace('>', '›').strip();
  }
}
