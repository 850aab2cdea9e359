package parley.server.wiring;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import parley.config.Settings;
import parley.dialogue.conversation.ModelTools;
import parley.dialogue.flows.FlowBook;
import parley.dialogue.llm.AnswerListener;
import parley.dialogue.llm.Answerer;
import parley.dialogue.llm.Answering;
import parley.dialogue.llm.Grounding;
import parley.dialogue.llm.Inquiry;
import parley.dialogue.llm.QualityDraftCheck;
import parley.dialogue.llm.Scribe;
import parley.dialogue.llm.TimerDeadlines;
import parley.dialogue.privacy.Masking;
import parley.dialogue.quality.QualityCheck;

/// The language model that the settings name, or none, which nobody asks. Thread: any.
public final class LanguageModel implements Answerer, AutoCloseable {

  private final Answerer answerer;
  private final Optional<Scribe> scribe;
  private final Runnable close;

  private LanguageModel(Answerer answerer, Optional<Scribe> scribe, Runnable close) {
    this.answerer = answerer;
    this.scribe = scribe;
    this.close = close;
  }

  public static LanguageModel open(Settings settings, FlowBook flows, Clock clock) {
    Settings.LanguageModel model = settings.languageModel();
    if (model.url() == null) {
      return new LanguageModel(Answerer.NONE, Optional.empty(), () -> {});
    }
    TimerDeadlines deadlines = new TimerDeadlines();
    Answering answering =
        new Answering(
            model,
            new Grounding(settings.site().name(), model.contextTokens(), Masking::mask),
            ModelTools.of(flows),
            new QualityDraftCheck(QualityCheck.usual()),
            deadlines,
            clock);
    return new LanguageModel(
        answering,
        Optional.of(answering.scribe()),
        () -> {
          answering.close();
          deadlines.close();
        });
  }

  @Override
  public Asked ask(Inquiry inquiry, AnswerListener listener) {
    return answerer.ask(inquiry, listener);
  }

  /// For a command that has texts written: opens the model that the settings name, and closes it.
  public static <T> T use(Settings settings, Clock clock, Function<Optional<Scribe>, T> work) {
    try (LanguageModel model = open(settings, FlowBook.EMPTY, clock)) {
      return work.apply(model.scribe());
    }
  }

  /// Writes texts that nobody waits for; empty without a model.
  public Optional<Scribe> scribe() {
    return scribe;
  }

  @Override
  public void close() {
    close.run();
  }
}
