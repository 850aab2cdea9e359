package parley.dialogue.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Checks a draft's length, and its form for the channel. Pure.
final class Form {

  private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^>]{0,200}>|&[a-z]{2,8};");
  private static final Pattern MARKDOWN =
      Pattern.compile(
          "(?m)\\*\\*|__|`|^ {0,3}#{1,6} |^ {0,3}[-*+•] |^ {0,3}\\d{1,2}[.)] |\\]\\(|^\\|.*\\||^>"
              + "|(?<=\\s|^)[*_]\\p{L}[^*_\\n]{0,80}[*_](?=[\\s.,!?]|$)");
  private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.|\\b\\S+@\\S+\\.\\S+");
  private static final Pattern PICTURES = Pattern.compile("\\p{IsEmoji_Presentation}|[☀-➿]");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\R+");

  private Form() {}

  static List<Fault> faults(Draft draft) {
    List<Fault> faults = new ArrayList<>();
    String text = draft.text();
    boolean spoken = draft.channel() == Channel.VOICE;
    boolean unspeakable =
        spoken
            && (MARKDOWN.matcher(text).find()
                || LINK.matcher(text).find()
                || PICTURES.matcher(text).find());
    if (unspeakable || HTML.matcher(text).find()) {
      faults.add(Fault.MARKUP);
    }
    if (words(text) > draft.channel().mostWords()) {
      faults.add(Fault.LONG_REPLY);
    }
    for (String sentence : SENTENCE_END.split(text)) {
      if (words(sentence) > draft.channel().longestSentence()) {
        faults.add(Fault.LONG_SENTENCE);
      }
    }
    return faults;
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
