package parley.speech.recognize;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The program of the child process in which [ModelTrials] has a model tried: loads it and has it
/// hear a second of hiss as the product would, at both rates of the product, with its whole
/// language and with a few of its words. It writes to standard error, where libvosk writes as well:
/// what it is about to do, and why it refuses. Logging is not set up here: the server's own writes
/// the files.
final class ModelTrial {
  static final int REFUSED = 3;
  static final int NO_LIBRARY = 4;

  /** In front of the step that follows, on a line of its own. */
  static final String STEP = "PARLEY-STEP ";

  /** In front of the reason of a refusal, on a line of its own. */
  static final String WHY = "PARLEY-WHY ";

  private static final List<Integer> RATES_HZ = List.of(8_000, 16_000);
  private static final int WORDS = 20;

  private ModelTrial() {}

  /// @param arguments the model's folder
  public static void main(String[] arguments) {
    say(STEP + "it was read");
    try {
      hear(ModelFolder.at(Path.of(arguments[0])));
    } catch (RuntimeException refused) {
      say(WHY + String.valueOf(refused.getMessage()).replace('\n', ' '));
      System.exit(refused.getCause() instanceof LinkageError ? NO_LIBRARY : REFUSED);
    }
  }

  private static void hear(ModelFolder folder) {
    ModelWords words = ModelWords.of(folder);
    say(STEP + "it was loaded");
    try (VoskModel model = new VoskModel(folder);
        IdleRecognizers recognizers = new IdleRecognizers(model, 1)) {
      for (int rateHz : RATES_HZ) {
        hear(recognizers, rateHz, Grammar.OPEN);
        if (folder.takesGrammar()) {
          hear(recognizers, rateHz, Grammar.of(few(words), words));
        }
      }
    }
  }

  private static void hear(IdleRecognizers recognizers, int rateHz, Grammar grammar) {
    String vocabulary = grammar.isOpen() ? "its whole language" : "some of its words";
    say(STEP + "it heard " + rateHz + " Hz with " + vocabulary);
    try (VoskEar ear = new VoskEar(recognizers, rateHz, grammar)) {
      // The recognizer puts its hiss under this.
      ear.hear(0, new short[rateHz]);
      var _ = ear.finish(grammar);
    }
  }

  /** Words from all over the list: were it another model's, libvosk would miss some. */
  private static Vocabulary few(ModelWords model) {
    List<String> all =
        new TreeSet<>(model.words())
            .stream().filter(word -> word.matches("\\p{L}[\\p{L}\\p{M}']*")).toList();
    List<String> few = new ArrayList<>();
    for (int at = 0; at < all.size(); at += Math.max(1, all.size() / WORDS)) {
      few.add(all.get(at));
    }
    return new Vocabulary.Phrases("trial", few);
  }

  private static void say(String line) {
    System.err.println(line);
  }
}
