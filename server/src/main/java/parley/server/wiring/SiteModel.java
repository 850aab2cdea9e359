package parley.server.wiring;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Settings;
import parley.dialogue.DialogueParts;
import parley.dialogue.call.Expectation;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.speech.adapt.AdaptException;
import parley.speech.adapt.Adaptation;
import parley.speech.adapt.AdaptedModel;
import parley.speech.adapt.SiteWords;
import parley.speech.adapt.SoundAlikes;
import parley.speech.adapt.WordListReader;
import parley.speech.recognize.ModelChoice;
import parley.speech.synthesize.MaryPronouncer;

/// The speech model as this site uses it: the best one there is, with the words of its knowledge,
/// commands and word list.
public final class SiteModel {
  private static final Logger LOG = LoggerFactory.getLogger(SiteModel.class);

  /** How often a sentence of each kind counts among those that callers say. */
  private static final double QUESTION = 4;

  private static final double COMMAND = 2;
  private static final double KEYWORD = 1;
  private static final double ANSWER = 0.5;

  private SiteModel() {}

  /// Chooses the model, and adapts it when its words have changed (seconds). The adapted model is
  /// tried before it is used, as every model is, and built again when what lay there was damaged. A
  /// model that cannot be adapted is used as it is; `say` is told why.
  public static ModelChoice choose(
      Settings settings, DialogueParts dialogue, Consumer<String> say) {
    ModelChoice plain = plain(settings);
    if (!settings.models().adapt()) {
      return plain;
    }
    try {
      AdaptedModel adapted = adapt(settings, dialogue, plain, false);
      ModelChoice choice = plain.orMade(adapted.folder(), settings.state());
      if (choice.folder().equals(plain.folder()) && !adapted.builtNow()) {
        adapted = adapt(settings, dialogue, plain, true);
        choice = plain.orMade(adapted.folder(), settings.state());
      }
      if (choice.folder().equals(plain.folder())) {
        throw new AdaptException(choice.rejected().getLast());
      }
      tell(adapted, say);
      return choice;
    } catch (AdaptException e) {
      say.accept("the site's words are not used: " + e.getMessage());
      LOG.warn("The speech model is used without the site's words: {}", e.getMessage());
      return plain;
    }
  }

  private static void tell(AdaptedModel adapted, Consumer<String> say) {
    Adaptation words = adapted.adaptation();
    if (adapted.builtNow()) {
      say.accept(
          "learned the site's words: "
              + words.sentences()
              + " sentences, "
              + words.added().size()
              + " new words");
    }
    if (!words.unknown().isEmpty()) {
      say.accept(
          words.unknown().size()
              + " of the site's words cannot be heard; ./parley models adapt lists them");
    }
  }

  /// Which words the bundled model may take for each other.
  public static SoundAlikes soundAlikes(Settings settings) {
    return SoundAlikes.in(settings.home().resolve("speech/models/en-telephone"));
  }

  /// The model without the site's words.
  static ModelChoice plain(Settings settings) {
    return ModelChoice.choose(
        settings.speech().model(), settings.home(), settings.state(), settings.site().language());
  }

  /// Reads the knowledge and the commands for it; whatever `speech.adapt` says.
  ///
  /// @param again whether to build the adapted model also when it is there
  /// @throws AdaptException when it cannot be built
  public static AdaptedModel adapt(Settings settings, boolean again) {
    DialogueParts dialogue = DialogueParts.load(settings.home(), settings);
    return adapt(settings, dialogue, plain(settings), again);
  }

  /// The model with the words of other texts instead of the site's, kept apart from the site's own.
  ///
  /// @throws AdaptException when it cannot be built
  static AdaptedModel adapt(Settings settings, List<String> texts) {
    List<SiteWords.Sentence> sentences =
        texts.stream().map(text -> new SiteWords.Sentence(text, QUESTION)).toList();
    return AdaptedModel.of(
        plain(settings).folder(),
        new SiteWords(sentences, List.of()),
        settings.state().resolve("eval"),
        new MaryPronouncer(),
        false);
  }

  private static AdaptedModel adapt(
      Settings settings, DialogueParts dialogue, ModelChoice choice, boolean again) {
    return AdaptedModel.of(
        choice.folder(), words(settings, dialogue), settings.state(), new MaryPronouncer(), again);
  }

  private static SiteWords words(Settings settings, DialogueParts dialogue) {
    List<SiteWords.Sentence> sentences = new ArrayList<>();
    for (KnowledgeEntry entry : dialogue.knowledge().entries()) {
      entry.variants().forEach(said -> sentences.add(new SiteWords.Sentence(said, QUESTION)));
      entry.keywords().forEach(said -> sentences.add(new SiteWords.Sentence(said, KEYWORD)));
      for (String sentence : entry.answer().split("(?<=[.!?])\\s+")) {
        sentences.add(new SiteWords.Sentence(sentence, ANSWER));
      }
    }
    dialogue
        .language(settings.site().language())
        .hints()
        .phrases(Expectation.ANYTHING)
        .forEach(said -> sentences.add(new SiteWords.Sentence(said, COMMAND)));
    List<SiteWords.Entry> listed =
        Files.exists(settings.models().wordList())
            ? WordListReader.read(settings.models().wordList())
            : List.of();
    return new SiteWords(sentences, listed);
  }
}
