package parley.dialogue.escalation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.entities.EntityValue;
import parley.dialogue.sentiment.Sentiment;
import parley.dialogue.sentiment.SentimentCourse;
import parley.dialogue.words.Words;

/// What the rules may look at after one turn of the caller, or after a silence.
///
/// @param words what was said in this turn; none when it was too unsure to be used
/// @param angryTurns turns with angry words so far, this one included
/// @param distress whether words of distress were said in this turn
/// @param sentiment of this turn
/// @param course of the sentiment over the caller's turns, this one included
/// @param failures turns in a row that were not understood
/// @param lowConfidenceTurns turns in a row that the recognizer was unsure of
/// @param turns turns of the caller so far
/// @param knowledge the entry that this turn was clearly understood as, or empty
/// @param category that entry's category, or empty
/// @param command the command of this turn, or empty
/// @param intent of this turn, or empty; also where something else was done about the turn
/// @param sameQuestion how often this turn's entry has been answered in this call, now included
/// @param silences silences in a row; 0 when the caller said something
/// @param entities what has a value in this turn, in the order in which it was said
/// @param confidence of the recognizer in this turn's words, 0 to 1; 1 where there are none
/// @param around where and when the conversation began, and by whom
public record Facts(
    Words words,
    int angryTurns,
    boolean angryNow,
    boolean distress,
    Sentiment sentiment,
    SentimentCourse course,
    int failures,
    int lowConfidenceTurns,
    int turns,
    String knowledge,
    String category,
    String command,
    String intent,
    int sameQuestion,
    String language,
    int silences,
    List<EntityValue> entities,
    double confidence,
    Circumstances around) {

  public Facts {
    entities = List.copyOf(entities);
  }

  /// The kinds of what has a value: `money`, `date`, `order`.
  Set<String> kinds() {
    return entities.stream()
        .map(EntityValue::canonical)
        .map(text -> text.substring(0, text.indexOf('=')))
        .collect(Collectors.toSet());
  }
}
