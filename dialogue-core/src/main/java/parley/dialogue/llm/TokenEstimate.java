package parley.dialogue.llm;

/// How many tokens a text may be, without the model's own tokenizer: four ASCII characters make
/// one, every other character is one. That is above what tokenizers of today count for English by
/// about a fifth, and for other languages by more: a budget is kept, not used up. Pure.
public final class TokenEstimate {

  private static final int ASCII_PER_TOKEN = 4;

  /// Role and marks around a message.
  static final int MESSAGE = 4;

  private TokenEstimate() {}

  public static int of(String text) {
    int ascii = (int) text.chars().filter(c -> c < 128).count();
    return (ascii + ASCII_PER_TOKEN - 1) / ASCII_PER_TOKEN + text.length() - ascii;
  }

  /// The text's beginning that fits, cut between words where there are any.
  static String cut(String text, int tokens) {
    if (of(text) <= tokens) {
      return text;
    }
    int end = 0;
    int quarters = 0;
    while (end < text.length() && quarters < tokens * ASCII_PER_TOKEN) {
      quarters += text.charAt(end) < 128 ? 1 : ASCII_PER_TOKEN;
      end++;
    }
    String kept = text.substring(0, Math.max(0, end - 1));
    int space = kept.lastIndexOf(' ');
    return (space > kept.length() / 2 ? kept.substring(0, space) : whole(kept)) + "…";
  }

  /// Without half a character at the end.
  private static String whole(String text) {
    return !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1))
        ? text.substring(0, text.length() - 1)
        : text;
  }
}
