package parley.dialogue.trial;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.call.Spoken;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.entities.EntityFinder;
import parley.dialogue.entities.EntityValue;
import parley.dialogue.entities.ReferenceShape;
import parley.dialogue.escalation.Circumstances;
import parley.dialogue.escalation.Facts;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.quality.Channel;
import parley.dialogue.sentiment.Feeling;
import parley.dialogue.sentiment.Sentiment;
import parley.dialogue.sentiment.SentimentCourse;
import parley.dialogue.understanding.Command;
import parley.dialogue.words.Words;

/// What the rules would have looked at, turn by turn of one stored conversation. What the turn was
/// understood as is taken from the log; mood, intent and entities are read again. Thread: one
/// owner.
final class StoredFacts {

  /// Neither a failure nor progress.
  private static final Set<String> NEITHER = Set.of("backchannel", "number");

  private static final EntityFinder ENTITIES = new EntityFinder(ReferenceShape.USUAL);

  private final TrialTools tools;
  private final KnowledgeBase knowledge;
  private final String language;
  private final Circumstances around;
  private final Map<String, Integer> answered = new HashMap<>();
  private SentimentCourse course = SentimentCourse.START;
  private int angryTurns;
  private int failures;
  private int unsureTurns;
  private int turns;
  private int silences;

  /// Who a service said it was is not in the log, so no tier is known.
  StoredFacts(TrialTools tools, KnowledgeBase knowledge, CallDetail detail) {
    this.tools = tools;
    this.knowledge = knowledge;
    this.language = detail.language();
    this.around =
        new Circumstances(
            LocalDateTime.ofInstant(detail.call().startedAt(), tools.zone()), Channel.VOICE, "");
  }

  /// After a turn of the customer.
  Facts said(TurnTaken turn) {
    Words spoken = turn.keyed() ? Words.NONE : Words.of(turn.words().text());
    boolean unsure = !spoken.isEmpty() && turn.confidence() < tools.lowConfidence();
    Words words = unsure ? Words.NONE : spoken;
    Feeling feeling = words.isEmpty() ? Feeling.CALM : feeling(turn.words(), words);
    count(turn, unsure, words, feeling);
    String key = turn.understoodAs();
    Optional<KnowledgeEntry> entry = knowledge.find(key);
    int same = entry.isPresent() ? answered.merge(key, 1, Integer::sum) : 0;
    return new Facts(
        words,
        angryTurns,
        feeling.anger(),
        feeling.distress(),
        feeling.sentiment(),
        course,
        failures,
        unsureTurns,
        turns,
        entry.map(KnowledgeEntry::id).orElse(""),
        entry.map(KnowledgeEntry::category).orElse(""),
        Command.of(key).map(Command::key).orElse(""),
        words.isEmpty() ? "" : intent(words),
        same,
        language,
        0,
        words.isEmpty() ? List.of() : entities(turn),
        spoken.isEmpty() ? 1 : turn.confidence(),
        around);
  }

  /// After Parley had to speak into a silence.
  Facts silent() {
    silences++;
    return new Facts(
        Words.NONE,
        angryTurns,
        false,
        false,
        Sentiment.NEUTRAL,
        course,
        failures,
        unsureTurns,
        turns,
        "",
        "",
        "",
        "",
        0,
        language,
        silences,
        List.of(),
        1,
        around);
  }

  private void count(TurnTaken turn, boolean unsure, Words words, Feeling feeling) {
    turns++;
    silences = 0;
    unsureTurns = unsure ? unsureTurns + 1 : 0;
    angryTurns += feeling.anger() ? 1 : 0;
    course = words.isEmpty() ? course : course.with(feeling.sentiment());
    String key = turn.understoodAs();
    if (key.equals("not-understood") || key.equals("unusable")) {
      failures++;
    } else if (!NEITHER.contains(key) && !key.endsWith("?")) {
      failures = 0;
    }
  }

  private Feeling feeling(Spoken spoken, Words words) {
    return tools.moods().of(spoken.text(), tools.understanding().mood().of(words));
  }

  private String intent(Words words) {
    return tools.understanding().intent(words).map(found -> found.intent().id()).orElse("");
  }

  private List<EntityValue> entities(TurnTaken turn) {
    CallerContext context = new CallerContext(turn.at(), tools.zone(), tools.country());
    return ENTITIES.values(turn.words().text(), context);
  }
}
