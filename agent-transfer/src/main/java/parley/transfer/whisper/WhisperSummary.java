package parley.transfer.whisper;

import java.util.Arrays;
import java.util.List;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.HandOverRequest;
import parley.dialogue.privacy.Masking;

/// The one sentence that an agent hears before the caller is joined, such as "Urgent call from an
/// upset caller, asked for a person: my card was charged twice." English, as are this issue's
/// calls.
///
/// It is at most [#MOST_WORDS] words, about 12 seconds of speech at 150 words a minute: the caller
/// waits meanwhile. Long numbers are reduced to their last two digits, because an agent's phone may
/// be on loudspeaker.
///
/// Pure; any thread.
public final class WhisperSummary {

  static final int MOST_WORDS = 30;

  /// A single "word" longer than this is noise from somewhere, not speech.
  private static final int LONGEST_WORD = 30;

  private WhisperSummary() {}

  public static Spoken of(HandOverRequest request, CallerMood mood) {
    String opening = opening(request.priority()) + from(mood);
    String reason = clean(request.reason());
    String summary = clean(request.summary().text());
    if (reason.isEmpty() && summary.isEmpty()) {
      return sentence(opening + " for you");
    }
    return sentence(
        opening
            + (reason.isEmpty() ? "" : ", " + reason)
            + (summary.isEmpty() ? "" : ": " + summary));
  }

  private static String opening(Priority priority) {
    return switch (priority) {
      case LOW, MEDIUM -> "Call";
      case HIGH -> "Important call";
      case URGENT -> "Urgent call";
    };
  }

  private static String from(CallerMood mood) {
    return switch (mood) {
      case CALM -> "";
      case UPSET -> " from an upset caller";
      case ANGRY -> " from an angry caller";
    };
  }

  static Spoken sentence(String text) {
    List<String> words = Arrays.asList(text.split("\\s+"));
    String kept = String.join(" ", words.subList(0, Math.min(MOST_WORDS, words.size())));
    return new Spoken(kept.replaceAll("[,:;]+$", "") + ".");
  }

  /// One clause without sentence ends inside, without anything that a voice could take for markup,
  /// and without long numbers.
  static String clean(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}<>&\"{}\\[\\]|\\\\]+", " ");
    String clause = Masking.mask(plain).replaceAll("[.!?;]+(\\s+|$)", ", ");
    String bounded =
        Arrays.stream(clause.split("\\s+"))
            .map(word -> word.substring(0, Math.min(LONGEST_WORD, word.length())))
            .reduce("", (left, right) -> left + " " + right);
    return bounded.strip().replaceAll("[,\\s]+$", "");
  }
}
