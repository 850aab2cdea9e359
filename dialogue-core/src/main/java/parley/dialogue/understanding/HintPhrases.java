package parley.dialogue.understanding;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.dialogue.call.Expectation;
import parley.dialogue.words.Words;

/// The phrases that a recognizer should expect after each kind of question. Commands are among them
/// always, so that "a person please" is heard in answer to any question. Immutable; any thread.
public final class HintPhrases {

  private static final String DATE_TIME =
      "today|tomorrow|the day after tomorrow|next week|this week|on|at|the|of|in the morning|in the"
          + " afternoon|in the evening|morning|afternoon|evening|noon|midnight|monday|tuesday|"
          + "wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|"
          + "august|september|october|november|december|first|second|third|fourth|fifth|sixth|"
          + "seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
          + "sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty first|twenty second|"
          + "twenty third|twenty fourth|twenty fifth|twenty sixth|twenty seventh|twenty eighth|"
          + "twenty ninth|thirtieth|thirty first|oclock|half past|quarter past|quarter to|a m|p m|"
          + "between|before|after|any time";
  private static final String NAME =
      "my name is|this is|i am|it is|a b c d e f g h i j k l m n o"
          + " p q r s t u v w x y z|double|like|as in";
  private static final String CHOICE = "one|two|the first|the second|the first one|the second one";

  /// While digits are read out, a phrase of several words swallows them: 55.6 % of the digits of
  /// 200 recordings were wrong with all commands in the list, 10.6 % with the digits alone
  /// (docs/results/bench.md). So one word each for what must still be heard, which costs none of
  /// those digits; whole sentences are heard beside this list (docs/results/other-words.md).
  private static final List<String> BESIDE_DIGITS =
      List.of("cancel", "repeat", "operator", "wait", "hello", "help");

  private static final List<String> SINGLE_DIGITS =
      List.of("zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private final WordLists lists;
  private final List<String> questions;

  /// `questions`: all questions of the knowledge and what callers say instead of them.
  public HintPhrases(WordLists lists, List<String> questions) {
    this.lists = lists;
    this.questions = List.copyOf(questions);
  }

  /// Lower-case phrases without punctuation, each once.
  public List<String> phrases(Expectation expectation) {
    Stream<String> own =
        switch (expectation) {
          case YES_NO -> Stream.concat(texts(lists.backchannel()), split(CHOICE));
          case DIGITS -> digits().stream();
          case DATE_TIME -> Stream.concat(split(DATE_TIME), Digits.vocabulary().stream());
          case NAME -> split(NAME).flatMap(HintPhrases::letters);
          case ANYTHING -> everything();
        };
    Stream<String> always =
        expectation == Expectation.DIGITS
            ? BESIDE_DIGITS.stream()
            : lists.commands().values().stream().flatMap(List::stream).map(Words::text);
    Set<String> phrases = new LinkedHashSet<>(own.toList());
    phrases.addAll(always.toList());
    phrases.remove("");
    return List.copyOf(phrases);
  }

  /// Pairs as well: a grammar takes from its phrases which word follows which.
  private static List<String> digits() {
    Set<String> phrases = new LinkedHashSet<>(SINGLE_DIGITS);
    SINGLE_DIGITS.forEach(
        first -> SINGLE_DIGITS.forEach(second -> phrases.add(first + " " + second)));
    SINGLE_DIGITS.forEach(digit -> phrases.add("double " + digit));
    return List.copyOf(phrases);
  }

  private Stream<String> everything() {
    return Stream.of(
            questions.stream().map(question -> Words.of(question).text()),
            texts(lists.anger()),
            texts(lists.distress()),
            texts(lists.backchannel()),
            texts(lists.filler()),
            split(CHOICE))
        .flatMap(phrases -> phrases);
  }

  private static Stream<String> texts(List<Words> phrases) {
    return phrases.stream().map(Words::text);
  }

  private static Stream<String> split(String phrases) {
    return Arrays.stream(phrases.split("\\|"));
  }

  private static Stream<String> letters(String phrase) {
    return phrase.startsWith("a b c") ? Arrays.stream(phrase.split(" ")) : Stream.of(phrase);
  }
}
