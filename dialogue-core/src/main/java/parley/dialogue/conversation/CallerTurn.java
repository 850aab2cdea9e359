package parley.dialogue.conversation;

import java.util.List;
import java.util.Optional;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Spoken;
import parley.dialogue.escalation.Facts;
import parley.dialogue.escalation.Rule;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.sentiment.Feeling;
import parley.dialogue.understanding.Command;
import parley.dialogue.understanding.Digits;
import parley.dialogue.words.Words;

/// One turn of the caller in words: read it, let the rules look at it, act on it. Pure.
final class CallerTurn {

  private static final int SECRET_DIGITS = 3;

  private final TurnReader reader;
  private final Replies replies;
  private final HandingOver handingOver;
  private final LanguageTalk languages;
  private final Tools tools;

  CallerTurn(Tools tools, Replies replies, HandingOver handingOver) {
    this.tools = tools;
    this.reader = new TurnReader(tools);
    this.replies = replies;
    this.handingOver = handingOver;
    this.languages = new LanguageTalk(tools, handingOver);
  }

  void said(Scene scene, Spoken spoken, Confidence confidence) {
    Words words = Words.of(spoken.text());
    boolean unsure = !words.isEmpty() && confidence.value() < tools.settings().lowConfidence();
    TurnIntent intent = new TurnIntent(tools.understanding(), words);
    Heard turn = new Heard(scene.line.caller(), spoken, words, confidence, scene.context(), intent);
    if (!unsure && languages.replied(scene, turn)) {
      return;
    }
    Reading reading =
        !unsure && OutboundTalk.refused(scene, spoken)
            ? new Reading.OfCallback(new CallbackWords.NeverAgain())
            : reader.read(scene.question, scene.memory.rejected(), turn);
    scene.heard = unsure ? Spoken.NOTHING : spoken;
    boolean heard = !unsure && !words.isEmpty();
    Feeling feeling = heard ? feeling(spoken, words) : Feeling.CALM;
    scene.tally = scene.tally.turn(unsure, feeling.anger());
    scene.tally = heard ? scene.tally.felt(feeling.sentiment()) : scene.tally;
    if (replies.resumes(scene, reading)) {
      scene.note(reading.key(), confidence, "");
      replies.resume(scene);
      return;
    }
    count(scene, reading);
    boolean secret = secret(scene, reading, words);
    if (!secret) {
      remember(scene, reading, words, spoken);
    }
    Facts facts = facts(scene, reading, unsure ? Words.NONE : words, feeling, turn);
    Optional<Rule> rule = handingOver.rule(scene, facts);
    scene.note(reading.key(), noted(reading, confidence), rule.map(Rule::id).orElse(""), secret);
    if (facts.distress() && rule.isPresent()) {
      scene.memory = scene.memory.inDistress();
    }
    if (rule.isPresent()) {
      handingOver.byRule(scene, rule.get(), entry(reading));
    } else {
      replies.to(scene, reading);
    }
  }

  private Feeling feeling(Spoken spoken, Words words) {
    return tools.moods().of(spoken.text(), tools.understanding().mood().of(words));
  }

  private static void count(Scene scene, Reading reading) {
    switch (reading) {
      // A caller who waits may say what they like.
      case Reading.NotUnderstood _ when scene.question instanceof Question.AwaitService -> {}
      case Reading.NotUnderstood _ -> scene.tally = scene.tally.failed();
      // Asking back is no progress yet, and a number may turn out to be none.
      case Reading.Maybe _,
          Reading.Doubtful _,
          Reading.NumberTold _,
          Reading.OfCallback _,
          Reading.SlotTold _,
          Reading.Backchannel _ -> {}
      // Neither is a no to what was read back.
      case Reading.No _ when scene.question instanceof Question.ConfirmSlot -> {}
      case Reading.Yes _,
          Reading.No _,
          Reading.Chosen _,
          Reading.Steered _,
          Reading.FlowAsked _,
          Reading.Lacking _,
          Reading.Known _ ->
          scene.tally = scene.tally.understood();
    }
  }

  /// Whether a PIN or code may be in the words: they hold digits, or are neither a command nor a
  /// question.
  private static boolean secret(Scene scene, Reading reading, Words words) {
    return scene.question.secret()
        && (!reading.steers() || Digits.from(words).length() >= SECRET_DIGITS);
  }

  /// The words are kept as they were said: their punctuation tells mail addresses and dates, which
  /// the summary hides.
  private static void remember(Scene scene, Reading reading, Words words, Spoken spoken) {
    switch (reading) {
      case Reading.Known _, Reading.Maybe _, Reading.FlowAsked _ ->
          scene.memory = scene.memory.asking(spoken);
      // What a flow was told may be a PIN, and is not what the caller wants.
      case Reading.NotUnderstood _
          when !words.isEmpty() && !scene.question.aboutCallback() && !scene.question.ofFlow() ->
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
          Reading.OfCallback _,
          Reading.SlotTold _,
          Reading.Lacking _,
          Reading.Doubtful _,
          Reading.Backchannel _ -> {}
    }
  }

  private Facts facts(Scene scene, Reading reading, Words words, Feeling feeling, Heard turn) {
    Optional<KnowledgeEntry> entry = entry(reading);
    String id = entry.map(KnowledgeEntry::id).orElse("");
    int before = scene.memory.answered().getOrDefault(id, 0);
    return new Facts(
        words,
        scene.tally.angry(),
        feeling.anger(),
        feeling.distress(),
        feeling.sentiment(),
        scene.tally.mood(),
        scene.tally.failures(),
        scene.tally.lowConfidence(),
        scene.tally.turns(),
        id,
        entry.map(KnowledgeEntry::category).orElse(""),
        reading instanceof Reading.Steered(Command command, _) ? command.key() : "",
        words.isEmpty() ? "" : turn.intent().get().map(found -> found.intent().id()).orElse(""),
        id.isEmpty() ? 0 : before + 1,
        scene.line.language(),
        0,
        words.isEmpty() ? List.of() : tools.entities().values(scene.heard.text(), scene.context()),
        turn.words().isEmpty() ? 1 : turn.confidence().value(),
        scene.circumstances());
  }

  private static Optional<KnowledgeEntry> entry(Reading reading) {
    return switch (reading) {
      case Reading.Known known -> Optional.of(known.match().entry());
      case Reading.Chosen chosen -> Optional.of(chosen.entry());
      case Reading.Yes _,
          Reading.No _,
          Reading.NumberTold _,
          Reading.OfCallback _,
          Reading.SlotTold _,
          Reading.FlowAsked _,
          Reading.Lacking _,
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
          Reading.OfCallback _,
          Reading.SlotTold _,
          Reading.FlowAsked _,
          Reading.Lacking _,
          Reading.Steered _,
          Reading.Doubtful _,
          Reading.Backchannel _,
          Reading.NotUnderstood _ ->
          words;
    };
  }
}
