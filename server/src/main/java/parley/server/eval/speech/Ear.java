package parley.server.eval.speech;

import parley.speech.recognize.ModelFolder;
import parley.speech.recognize.Recognizers;
import parley.speech.recognize.Vocabulary;

/// What is under test in `eval speech`; `Main` makes it.
public record Ear(Recognizers recognizers, String language, Grammars grammars, ModelFolder model)
    implements AutoCloseable {

  /// What may be said, by name.
  public interface Grammars {

    /// @throws parley.dialogue.files.BadFilesException when the file that holds it is broken
    Vocabulary of(NamedGrammar name);
  }

  String modelName() {
    return model.path().getFileName().toString();
  }

  @Override
  public void close() {
    recognizers.close();
  }
}
