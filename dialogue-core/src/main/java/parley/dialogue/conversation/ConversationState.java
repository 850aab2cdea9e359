package parley.dialogue.conversation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.flows.FlowMemory;
import parley.dialogue.language.LanguageCourse;
import parley.dialogue.memory.Earlier;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.quality.Channel;
import parley.dialogue.sentiment.Sentiment;
import parley.dialogue.sentiment.SentimentCourse;

/// All that a conversation remembers between two events. Immutable; its text form hides words.
/// `waiting`: the caller asked for a moment, and silence is what was agreed. `earlier`: what is
/// known of the customer's conversations before this one.
public record ConversationState(
    Phase phase,
    Line line,
    Question question,
    LastPrompt last,
    Tally tally,
    Memory memory,
    People people,
    FlowMemory flows,
    ModelMemory model,
    CallbackMemory callback,
    boolean waiting,
    Earlier earlier) {

  /** ISO 639-2: the language is not known. */
  private static final String UNDETERMINED = "und";

  /// Before the first event.
  public static final ConversationState NEW =
      new ConversationState(
          Phase.NEW,
          new Line(
              PhoneNumber.UNKNOWN,
              LanguageCourse.in(UNDETERMINED),
              "",
              Instant.EPOCH.atZone(ZoneOffset.UTC),
              Channel.VOICE,
              Set.of(),
              false,
              false),
          new Question.Open(),
          new LastPrompt(List.of(), "", false),
          new Tally(0, 0, 0, 0, 0, SentimentCourse.START),
          new Memory(Spoken.NOTHING, false, Map.of(), Set.of(), Set.of(), Map.of()),
          new People(0, false),
          FlowMemory.NONE,
          ModelMemory.NONE,
          CallbackMemory.NONE,
          false,
          Earlier.NONE);

  /// Where the call stands.
  public enum Phase {
    NEW,
    /// Parley talks with the caller.
    OPEN,
    /// A person is being brought in.
    HANDING_OVER,
    ENDED
  }

  /// Whether a call back with an hour is being arranged, and something is asked for it.
  public boolean arrangesCall() {
    return callback.hours() && question.aboutCallback();
  }

  /// Whether Parley talks with the caller.
  public boolean open() {
    return phase == Phase.OPEN;
  }

  /// The call, and which parts of it still work.
  ///
  /// @param queue the dialplan's queue, empty when it named none
  /// @param began when the call began, in the zone in which "tomorrow" is meant
  /// @param course the language, and which others were noticed
  /// @param spoken languages that the call can go on in, beside the present one
  /// @param keypadOnly words are no longer understood
  /// @param mute nothing can be said any more
  public record Line(
      PhoneNumber caller,
      LanguageCourse course,
      String queue,
      ZonedDateTime began,
      Channel channel,
      Set<String> spoken,
      boolean keypadOnly,
      boolean mute) {

    public Line {
      spoken = Set.copyOf(spoken);
    }

    public String language() {
      return course.language();
    }

    Line in(LanguageCourse next) {
      return new Line(caller, next, queue, began, channel, spoken, keypadOnly, mute);
    }
  }

  /// What was said last as a whole, and what the caller heard of it.
  ///
  /// @param answer the knowledge entry that it answered, or empty
  /// @param cutEarly the caller interrupted it near its beginning
  public record LastPrompt(List<ConversationAction.Say> says, String answer, boolean cutEarly) {
    public LastPrompt {
      says = List.copyOf(says);
    }
  }

  /// Counts: the caller's turns; turns in a row not understood; turns in a row of low confidence;
  /// answers given; angry turns; how the caller's mood went over the turns that were heard well.
  public record Tally(
      int turns, int failures, int lowConfidence, int answers, int angry, SentimentCourse mood) {

    Tally turn(boolean unsure, boolean angryWords) {
      return new Tally(
          turns + 1,
          failures,
          unsure ? lowConfidence + 1 : 0,
          answers,
          angryWords ? angry + 1 : angry,
          mood);
    }

    Tally felt(Sentiment now) {
      return new Tally(turns, failures, lowConfidence, answers, angry, mood.with(now));
    }

    Tally failed() {
      return new Tally(turns, failures + 1, lowConfidence, answers, angry, mood);
    }

    Tally understood() {
      return new Tally(turns, 0, lowConfidence, answers, angry, mood);
    }

    Tally answered() {
      return new Tally(turns, 0, lowConfidence, answers + 1, angry, mood);
    }
  }

  /// What was talked about.
  ///
  /// @param asked what the caller last asked for, commands left out
  /// @param answered how often each entry was answered
  /// @param rejected entries that the caller said they did not mean
  /// @param fired rules that have fired
  /// @param said how often each prompt was said, for wordings to take turns
  public record Memory(
      Spoken asked,
      boolean distressed,
      Map<String, Integer> answered,
      Set<String> rejected,
      Set<String> fired,
      Map<Prompt, Integer> said) {
    public Memory {
      answered = Map.copyOf(answered);
      rejected = Set.copyOf(rejected);
      fired = Set.copyOf(fired);
      Map<Prompt, Integer> copy = new EnumMap<>(Prompt.class);
      copy.putAll(said);
      said = Collections.unmodifiableMap(copy);
    }

    int turnsOf(Prompt prompt) {
      return said.getOrDefault(prompt, 0);
    }

    Memory asking(Spoken what) {
      return new Memory(what, distressed, answered, rejected, fired, said);
    }

    Memory inDistress() {
      return new Memory(asked, true, answered, rejected, fired, said);
    }

    Memory answering(String entry) {
      Map<String, Integer> counts = new HashMap<>(answered);
      counts.merge(entry, 1, Integer::sum);
      return new Memory(asked, distressed, counts, Set.of(), fired, said);
    }

    Memory rejecting(Collection<String> entries) {
      Set<String> all = new HashSet<>(rejected);
      all.addAll(entries);
      return new Memory(asked, distressed, answered, all, fired, said);
    }

    Memory firing(String rule) {
      Set<String> all = new HashSet<>(fired);
      all.add(rule);
      return new Memory(asked, distressed, answered, rejected, all, said);
    }

    Memory saying(Prompt prompt) {
      Map<Prompt, Integer> counts = new HashMap<>(said);
      counts.merge(prompt, 1, Integer::sum);
      return new Memory(asked, distressed, answered, rejected, fired, counts);
    }
  }

  /// Attempts to bring in a person, and whether one was wanted and not reached.
  public record People(int attempts, boolean missed) {}
}
