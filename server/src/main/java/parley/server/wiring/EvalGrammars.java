package parley.server.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parley.dialogue.call.Expectation;
import parley.dialogue.files.Problems;
import parley.dialogue.understanding.HintPhrases;
import parley.dialogue.understanding.WordListFile;
import parley.dialogue.understanding.WordLists;
import parley.dialogue.words.Words;
import parley.server.eval.speech.Ear;
import parley.server.eval.speech.NamedGrammar;
import parley.speech.recognize.Vocabulary;

/// The grammars of `eval`: those of calls, where calls have them. Reads the file of commands when a
/// grammar needs it. Thread: any.
final class EvalGrammars implements Ear.Grammars {
  /// The ten digits alone, so that figures can be compared; a call that asks for digits also hears
  /// commands.
  private static final List<String> DIGITS =
      List.of("zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  /// The spelling alphabet of ICAO and NATO (ICAO Annex 10, volume II, 5.2.1.3), as English writes
  /// it.
  private static final List<String> ALPHABET =
      List.of(
          "alpha",
          "bravo",
          "charlie",
          "delta",
          "echo",
          "foxtrot",
          "golf",
          "hotel",
          "india",
          "juliet",
          "kilo",
          "lima",
          "mike",
          "november",
          "oscar",
          "papa",
          "quebec",
          "romeo",
          "sierra",
          "tango",
          "uniform",
          "victor",
          "whiskey",
          "x ray",
          "yankee",
          "zulu");

  private final Path home;
  private final String language;

  EvalGrammars(Path home, String language) {
    this.home = home;
    this.language = language;
  }

  @Override
  public Vocabulary of(NamedGrammar name) {
    return switch (name) {
      case NONE -> Vocabulary.OPEN;
      case DIGITS -> phrases(name, DIGITS);
      case CALL_DIGITS ->
          new Vocabulary.Expected(
              new Vocabulary.Phrases(name.written(), hints().phrases(Expectation.DIGITS)));
      case YES_NO -> phrases(name, hints().phrases(Expectation.YES_NO));
      case COMMANDS -> phrases(name, commands());
      case LETTERS -> phrases(name, letters());
      case DATES -> phrases(name, hints().phrases(Expectation.DATE_TIME));
    };
  }

  private static Vocabulary phrases(NamedGrammar name, List<String> phrases) {
    return new Vocabulary.Phrases(name.written(), phrases);
  }

  private static List<String> letters() {
    Stream<String> alone = IntStream.rangeClosed('a', 'z').mapToObj(Character::toString);
    return Stream.concat(alone, ALPHABET.stream()).toList();
  }

  private List<String> commands() {
    return lists().commands().values().stream().flatMap(List::stream).map(Words::text).toList();
  }

  private HintPhrases hints() {
    return new HintPhrases(lists(), List.of());
  }

  private WordLists lists() {
    Problems problems = new Problems();
    Path file = home.resolve("config/commands/" + language + ".yaml");
    WordLists lists = WordListFile.read(home, file, problems);
    problems.throwIfAny();
    return lists;
  }
}
