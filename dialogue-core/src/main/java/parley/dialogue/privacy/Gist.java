package parley.dialogue.privacy;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What somebody said, short and without personal data, for the people who take the matter up.
/// Pure; any thread.
public final class Gist {

  private static final int LONGEST_WORDS = 20;

  private Gist() {}

  /// Masked before it is cut: punctuation tells mail addresses and dates, and a number cut in two
  /// would be none.
  public static String of(String text) {
    String[] words = Masking.mask(text).strip().split("\\s+");
    return Arrays.stream(words).limit(LONGEST_WORDS).collect(Collectors.joining(" "))
        + (words.length > LONGEST_WORDS ? " …" : "");
  }
}
