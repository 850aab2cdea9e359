package parley.dialogue.llm;

import java.util.regex.Pattern;

/// A piece of knowledge that an answer may rest on.
///
/// @param id what the answer cites, as `[id]`
/// @param text untrusted: documents may come from anywhere
public record Source(String id, String text) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:#/-]{0,79}");

  public Source {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "A source's id is 1 to 80 letters, digits and . _ : # / -, and begins with a letter or digit: "
              + id);
    }
  }
}
