package parley.dialogue.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Expectation;
import parley.dialogue.entities.AnswerReader;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.understanding.Command;
import parley.dialogue.understanding.Digits;
import parley.dialogue.understanding.Meaning;
import parley.dialogue.understanding.Understanding;
import parley.dialogue.understanding.YesNo;
import parley.dialogue.words.Words;

/// Reads a turn's words in the light of the question that was asked. Pure.
final class TurnReader {

  /// From here on the recognizer's doubt does not lower a match.
  private static final double SURE_WORDS = 0.6;

  private static final double DOUBT = 0.85;

  private static final int SPOKEN_NUMBER = 3;
  private static final Set<String> FIRST = Set.of("one", "first", "1");
  private static final Set<String> SECOND = Set.of("two", "second", "2");

  private final Tools tools;
  private final SlotReading slots;
  private final CallbackReading callbacks;
  private final IntentReading intents;
  private final AnswerReader answers;

  TurnReader(Tools tools) {
    this.tools = tools;
    this.slots = new SlotReading(tools);
    this.callbacks = new CallbackReading(tools);
    this.intents = new IntentReading(tools);
    this.answers = tools.answers();
  }

  Reading read(Question question, Set<String> rejected, Heard heard) {
    Words words = heard.words();
    if (words.isEmpty()) {
      return new Reading.NotUnderstood();
    }
    if (heard.confidence().value() < tools.settings().lowConfidence()) {
      return unsure(words);
    }
    Optional<Reading> callback = callbacks.read(question, heard);
    if (callback.isPresent()) {
      return callback.get();
    }
    Optional<Reading> slot = slots.read(question, heard.spoken(), words, heard.context());
    if (slot.isPresent()) {
      return slot.get();
    }
    Reading reading =
        inContext(question, heard).orElseGet(() -> byItself(rejected, words, heard.confidence()));
    if (question.expectation() == Expectation.DIGITS && lacks(reading, words)) {
      return new Reading.Lacking();
    }
    // While a flow asks something, a question must be clear to be one.
    return question.ofFlow() && reading instanceof Reading.Maybe
        ? new Reading.NotUnderstood()
        : started(question, heard, reading);
  }

  /// Words that start a flow, or want something else that neither command nor knowledge is, unless
  /// a flow is under way or the words are a command.
  private Reading started(Question question, Heard heard, Reading reading) {
    if (question.ofFlow() || question.aboutCallback() || reading instanceof Reading.Steered) {
      return reading;
    }
    return tools
        .flows()
        .startedBy(heard.words(), tools.language())
        .<Reading>map(flow -> new Reading.FlowAsked(flow.id()))
        .orElseGet(() -> intents.of(heard, reading));
  }

  /// Too unsure to act on, but a person or the end of the call is worth asking back.
  private Reading unsure(Words words) {
    return switch (tools.understanding().meaning(words)) {
      case Meaning.Steered(Command command, _, _)
          when command == Command.PERSON || command == Command.GOODBYE ->
          new Reading.Doubtful(command);
      case Meaning.Steered _, Meaning.Asked _, Meaning.Backchannel _, Meaning.Unknown _ ->
          new Reading.NotUnderstood();
    };
  }

  private Optional<Reading> inContext(Question question, Heard heard) {
    Words words = heard.words();
    return switch (question) {
      case Question.Choose choose -> choice(choose, words);
      case Question.AskNumber _ -> number(heard);
      case Question.AnythingElse _ when isBackchannel(words) ->
          Optional.of(new Reading.Backchannel());
      case Question.OfferCallback _ when Digits.from(words).length() > SPOKEN_NUMBER ->
          number(heard);
      case Question.AskWhen _, Question.AskZone _ ->
          yesOrNo(words).filter(reading -> reading instanceof Reading.No);
      case Question.Open _, Question.AskSlot _, Question.AwaitService _ -> Optional.empty();
      case Question.AnythingElse _,
          Question.ConfirmEntry _,
          Question.ConfirmCommand _,
          Question.OfferCallback _,
          Question.ConfirmNumber _,
          Question.ConfirmCallback _,
          Question.ConfirmCancel _,
          Question.AskWho _,
          Question.OfferFlow _,
          Question.OfferLanguage _,
          Question.ConfirmSlot _ ->
          yesOrNo(words);
    };
  }

  private boolean lacks(Reading reading, Words words) {
    // "I lost the paper with the number" is near an entry about telephone numbers.
    boolean wording =
        reading instanceof Reading.Known(Candidate match)
            && match.confidence().value() >= Understanding.WORDING;
    boolean unclear =
        (reading instanceof Reading.Known && !wording)
            || reading instanceof Reading.Maybe
            || reading instanceof Reading.NotUnderstood;
    return unclear && tools.understanding().lacking(words);
  }

  private boolean isBackchannel(Words words) {
    return tools.understanding().listening().backchannelOnly(words.text())
        && !words.equals(Words.of("yeah"));
  }

  private Optional<Reading> choice(Question.Choose choose, Words words) {
    boolean first = words.list().stream().anyMatch(FIRST::contains);
    boolean second = words.list().stream().anyMatch(SECOND::contains);
    // "The second one" holds a "one" too.
    if (first || second) {
      String id = second ? choose.second() : choose.first();
      return tools.knowledge().find(id).map(Reading.Chosen::new);
    }
    return yesOrNo(words).filter(reading -> reading instanceof Reading.No);
  }

  private Optional<Reading> number(Heard heard) {
    String digits = answers.phone(heard.spoken().text(), heard.context());
    if (digits.length() >= SPOKEN_NUMBER) {
      return Optional.of(new Reading.NumberTold(digits));
    }
    return yesOrNo(heard.words()).filter(reading -> reading instanceof Reading.No);
  }

  private Optional<Reading> yesOrNo(Words words) {
    YesNo.Answer answer = tools.understanding().yesNo().parse(words);
    if (answer.kind() == YesNo.Kind.UNCLEAR) {
      return Optional.empty();
    }
    Reading plain = answer.kind() == YesNo.Kind.YES ? new Reading.Yes() : new Reading.No();
    if (answer.only()) {
      return Optional.of(plain);
    }
    // "My parcel never came" is no "never".
    if (byItself(Set.of(), words, Confidence.CERTAIN) instanceof Reading.Known(Candidate own)
        && own.confidence().value() >= Understanding.WORDING) {
      return Optional.of(new Reading.Known(own));
    }
    return rest(answer.rest()).or(() -> Optional.of(plain));
  }

  /// "No, where is my order": what follows counts, if it is clear.
  private Optional<Reading> rest(Words rest) {
    return switch (byItself(Set.of(), rest, Confidence.CERTAIN)) {
      case Reading.Steered(Command command, _) when command == Command.THANKS -> Optional.empty();
      case Reading.Steered steered -> Optional.of(steered);
      case Reading.Known known -> Optional.of(known);
      case Reading.Yes _,
          Reading.No _,
          Reading.Chosen _,
          Reading.NumberTold _,
          Reading.OfCallback _,
          Reading.SlotTold _,
          Reading.FlowAsked _,
          Reading.Lacking _,
          Reading.Doubtful _,
          Reading.Maybe _,
          Reading.Backchannel _,
          Reading.NotUnderstood _ ->
          Optional.empty();
    };
  }

  private Reading byItself(Set<String> rejected, Words words, Confidence confidence) {
    return switch (tools.understanding().meaning(words)) {
      case Meaning.Steered(Command command, _, Words rest) -> new Reading.Steered(command, rest);
      case Meaning.Backchannel _ -> new Reading.Backchannel();
      case Meaning.Unknown _ -> new Reading.NotUnderstood();
      case Meaning.Asked(List<Candidate> candidates) -> match(candidates, rejected, confidence);
    };
  }

  private Reading match(List<Candidate> found, Set<String> rejected, Confidence confidence) {
    double trust = confidence.value() >= SURE_WORDS ? 1 : DOUBT;
    List<Candidate> likely = new ArrayList<>();
    for (Candidate candidate : found) {
      Confidence match = Confidence.of(candidate.confidence().value() * trust);
      if (!rejected.contains(candidate.entry().id())
          && match.value() >= tools.settings().weakMatch()) {
        likely.add(new Candidate(candidate.entry(), match));
      }
    }
    if (likely.isEmpty()) {
      return new Reading.NotUnderstood();
    }
    Candidate best = likely.getFirst();
    boolean tie =
        likely.size() > 1
            && best.confidence().value() - likely.get(1).confidence().value()
                < tools.settings().tie();
    if (best.confidence().value() >= tools.settings().strongMatch() && !tie) {
      return new Reading.Known(best);
    }
    return new Reading.Maybe(tie ? likely.subList(0, 2) : likely.subList(0, 1));
  }
}
