package parley.dialogue.conversation;

import java.util.Optional;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Spoken;
import parley.dialogue.escalation.Facts;
import parley.dialogue.escalation.Rule;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.understanding.Command;
import parley.dialogue.understanding.Mood;
import parley.dialogue.words.Words;

/// One turn of the caller in words: read it, let the rules look at it, act on it. Pure.
final class CallerTurn {

  private final TurnReader reader;
  private final Replies replies;
  private final HandingOver handingOver;
  private final Tools tools;

  CallerTurn(Tools tools, Replies replies, HandingOver handingOver) {
    this.tools = tools;
    this.reader = new TurnReader(tools);
    this.replies = replies;
    this.handingOver = handingOver;
  }

  void said(Scene scene, Spoken spoken, Confidence confidence) {
    Words words = Words.of(spoken.text());
    boolean unsure = !words.isEmpty() && confidence.value() < tools.settings().lowConfidence();
    Reading reading = reader.read(scene.question, scene.memory.rejected(), words, confidence);
    Mood.Heard mood = unsure ? Mood.Heard.CALM : tools.understanding().mood().of(words);
    scene.tally = scene.tally.turn(unsure, mood.anger());
    if (replies.resumes(scene, reading)) {
      scene.note(reading.key(), confidence, "");
      replies.resume(scene);
      return;
    }
    count(scene, reading);
    remember(scene, reading, words, spoken);
    Facts facts = facts(scene, reading, unsure ? Words.NONE : words, mood);
    Optional<Rule> rule = handingOver.rule(scene, facts);
    scene.note(reading.key(), noted(reading, confidence), rule.map(Rule::id).orElse(""));
    if (facts.distress() && rule.isPresent()) {
      scene.memory = scene.memory.inDistress();
    }
    if (rule.isPresent()) {
      handingOver.byRule(scene, rule.get(), entry(reading));
    } else {
      replies.to(scene, reading);
    }
  }

  private static void count(Scene scene, Reading reading) {
    switch (reading) {
      case Reading.NotUnderstood _ -> scene.tally = scene.tally.failed();
      // Asking back is no progress yet, and a number may turn out to be none.
      case Reading.Maybe _, Reading.Doubtful _, Reading.NumberTold _, Reading.Backchannel _ -> {}
      case Reading.Yes _, Reading.No _, Reading.Chosen _, Reading.Steered _, Reading.Known _ ->
          scene.tally = scene.tally.understood();
    }
  }

  /// The words are kept as they were said: their punctuation tells mail addresses and dates, which
  /// the summary hides.
  private static void remember(Scene scene, Reading reading, Words words, Spoken spoken) {
    switch (reading) {
      case Reading.Known _, Reading.Maybe _ -> scene.memory = scene.memory.asking(spoken);
      case Reading.NotUnderstood _ when !words.isEmpty() && !scene.question.aboutCallback() ->
          scene.memory = scene.memory.asking(spoken);
      // "I want a person, it is about my broken screen": the rest is what it is about.
      case Reading.Steered(Command command, Words rest)
          when command == Command.PERSON && rest.size() > 3 ->
          scene.memory = scene.memory.asking(spoken);
      case Reading.NotUnderstood _,
          Reading.Steered _,
          Reading.Yes _,
          Reading.No _,
          Reading.Chosen _,
          Reading.NumberTold _,
          Reading.Doubtful _,
          Reading.Backchannel _ -> {}
    }
  }

  private static Facts facts(Scene scene, Reading reading, Words words, Mood.Heard mood) {
    Optional<KnowledgeEntry> entry = entry(reading);
    String id = entry.map(KnowledgeEntry::id).orElse("");
    int before = scene.memory.answered().getOrDefault(id, 0);
    return new Facts(
        words,
        scene.tally.angry(),
        mood.anger(),
        mood.distress(),
        scene.tally.failures(),
        scene.tally.lowConfidence(),
        scene.tally.turns(),
        id,
        entry.map(KnowledgeEntry::category).orElse(""),
        reading instanceof Reading.Steered(Command command, _) ? command.key() : "",
        id.isEmpty() ? 0 : before + 1,
        scene.line.language(),
        0);
  }

  private static Optional<KnowledgeEntry> entry(Reading reading) {
    return switch (reading) {
      case Reading.Known known -> Optional.of(known.match().entry());
      case Reading.Chosen chosen -> Optional.of(chosen.entry());
      case Reading.Yes _,
          Reading.No _,
          Reading.NumberTold _,
          Reading.Steered _,
          Reading.Doubtful _,
          Reading.Maybe _,
          Reading.Backchannel _,
          Reading.NotUnderstood _ ->
          Optional.empty();
    };
  }

  private static Confidence noted(Reading reading, Confidence words) {
    return switch (reading) {
      case Reading.Known known -> known.match().confidence();
      case Reading.Maybe maybe -> maybe.matches().getFirst().confidence();
      case Reading.Yes _,
          Reading.No _,
          Reading.Chosen _,
          Reading.NumberTold _,
          Reading.Steered _,
          Reading.Doubtful _,
          Reading.Backchannel _,
          Reading.NotUnderstood _ ->
          words;
    };
  }
}
