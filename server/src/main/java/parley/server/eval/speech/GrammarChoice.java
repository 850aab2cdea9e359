package parley.server.eval.speech;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import parley.server.eval.BadTestSetException;
import parley.server.eval.TextLines;
import parley.speech.recognize.Vocabulary;

/// What `--grammar` names: one that is known by name, or a file with one phrase a line.
final class GrammarChoice {
  private GrammarChoice() {}

  /// Whether there is a grammar of this name or such a file.
  static boolean exists(String text) {
    return NamedGrammar.of(text).isPresent() || Files.exists(Path.of(text));
  }

  /// @param notes is told, in one sentence, which of its words the model does not know
  /// @throws BadTestSetException with one sentence when the model cannot be held to it
  static Vocabulary choose(String text, Ear ear, Consumer<String> notes) {
    Optional<NamedGrammar> name = NamedGrammar.of(text);
    Vocabulary vocabulary = name.isPresent() ? ear.grammars().of(name.get()) : read(text);
    switch (vocabulary) {
      case Vocabulary.Open() -> {}
      case Vocabulary.Phrases(String _, List<String> phrases) ->
          check(text, phrases, ear, ear.model().unknownWords(vocabulary), notes);
      case Vocabulary.Expected(Vocabulary.Phrases(String _, List<String> phrases)) ->
          check(text, phrases, ear, ear.model().unknownWords(vocabulary), notes);
    }
    return vocabulary;
  }

  private static void check(
      String grammar, List<String> phrases, Ear ear, Set<String> unknown, Consumer<String> notes) {
    if (!ear.model().takesGrammar()) {
      throw new BadTestSetException(
          ear.modelName()
              + " takes no grammar: its graph is ready-made (graph/HCLG.fst); leave --grammar out"
              + " or name a model with graph/HCLr.fst");
    }
    boolean anyKnown =
        phrases.stream()
            .flatMap(phrase -> Arrays.stream(phrase.split(" ")))
            .anyMatch(word -> !unknown.contains(word));
    if (!anyKnown) {
      throw new BadTestSetException(
          ear.modelName()
              + " knows no word of the grammar "
              + grammar
              + "; expected words of its"
              + " graph/words.txt");
    }
    if (!unknown.isEmpty()) {
      notes.accept(
          "%s does not know %d of the words of the grammar %s and leaves them out: %s."
              .formatted(
                  ear.modelName(),
                  unknown.size(),
                  grammar,
                  String.join(", ", unknown.stream().sorted().toList())));
    }
  }

  private static Vocabulary read(String text) {
    Path file = Path.of(text);
    List<String> phrases =
        TextLines.of(file, "one phrase a line").stream()
            .map(line -> String.join(" ", TestSet.words(line)))
            .filter(phrase -> !phrase.isEmpty())
            .distinct()
            .toList();
    if (phrases.isEmpty()) {
      throw new BadTestSetException(file + " holds no phrase; expected one a line");
    }
    return new Vocabulary.Phrases(file.getFileName().toString(), phrases);
  }
}
