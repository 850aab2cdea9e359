package parley.speech.recognize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A folder that was found to be a Vosk model (the layout with `am/`, `conf/` and `graph/`).
///
/// @param sampleRateHz the rate that the model was trained at
/// @param downsamples whether its front end takes higher rates
public record ModelFolder(Path path, int sampleRateHz, boolean downsamples) {
  private static final List<String> NEEDED =
      List.of(
          "am/final.mdl",
          "conf/model.conf",
          "conf/mfcc.conf",
          "graph/words.txt",
          "graph/phones/word_boundary.int");

  /// Why this folder is no Vosk model, in one sentence; empty when it looks like one. Whether it
  /// can be loaded is another question ([ModelTrials]).
  public static Optional<String> problem(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.of(folder + " is not a Vosk model: there is no such folder");
    }
    for (String name : NEEDED) {
      if (!Files.isRegularFile(folder.resolve(name))) {
        return Optional.of(missing(folder, name));
      }
    }
    boolean whole = Files.isRegularFile(folder.resolve("graph/HCLG.fst"));
    boolean parts =
        Files.isRegularFile(folder.resolve("graph/HCLr.fst"))
            && Files.isRegularFile(folder.resolve("graph/Gr.fst"));
    return whole || parts
        ? ModelFiles.problem(folder, NEEDED)
        : Optional.of(missing(folder, "graph/HCLr.fst with graph/Gr.fst, or graph/HCLG.fst"));
  }

  private static String missing(Path folder, String name) {
    return folder
        + " is not a Vosk model: "
        + name
        + " is missing; expected the folder that holds am, conf and graph";
  }

  /// @throws RecognitionException with [#problem]'s sentence
  public static ModelFolder at(Path folder) {
    problem(folder)
        .ifPresent(sentence -> {
          throw new RecognitionException(sentence);
        });
    try {
      List<String> options = ModelFiles.options(folder.resolve("conf/mfcc.conf"));
      return new ModelFolder(
          folder, ModelFiles.rateHz(options), options.contains("--allow-downsample=true"));
    } catch (IOException e) {
      throw new RecognitionException(
          folder.resolve("conf/mfcc.conf") + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// The rate to feed a recognizer of this model with when sound comes at `rateHz`. Lower rates are
  /// always converted here first: the vendor's small models lack `--allow-upsample=true` and hear
  /// nothing else, and [Hiss] belongs into the whole band.
  int nativeRate(int rateHz) {
    boolean taken = rateHz == sampleRateHz || (rateHz > sampleRateHz && downsamples);
    return taken ? rateHz : sampleRateHz;
  }

  /// Whether a vocabulary can be given at run time: not with one ready-made graph.
  public boolean takesGrammar() {
    return Files.isRegularFile(path.resolve("graph/HCLr.fst"));
  }

  /// The words of a vocabulary that the model does not know and would leave out.
  ///
  /// @throws RecognitionException when the model's list of words cannot be read
  public Set<String> unknownWords(Vocabulary vocabulary) {
    return Grammar.of(vocabulary, ModelWords.of(this)).unknownWords();
  }

  Path wordsFile() {
    return path.resolve("graph/words.txt");
  }
}
