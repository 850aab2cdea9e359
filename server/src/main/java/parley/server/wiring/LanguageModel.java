package parley.server.wiring;

import java.time.Clock;
import parley.config.Settings;
import parley.dialogue.conversation.ModelTools;
import parley.dialogue.flows.FlowBook;
import parley.dialogue.llm.AnswerListener;
import parley.dialogue.llm.Answerer;
import parley.dialogue.llm.Answering;
import parley.dialogue.llm.Grounding;
import parley.dialogue.llm.Inquiry;
import parley.dialogue.llm.QualityDraftCheck;
import parley.dialogue.llm.TimerDeadlines;
import parley.dialogue.privacy.Masking;
import parley.dialogue.quality.QualityCheck;

/// The language model that the settings name, or none, which nobody asks. Thread: any.
public final class LanguageModel implements Answerer, AutoCloseable {

  private final Answerer answerer;
  private final Runnable close;

  private LanguageModel(Answerer answerer, Runnable close) {
    this.answerer = answerer;
    this.close = close;
  }

  public static LanguageModel open(Settings settings, FlowBook flows, Clock clock) {
    Settings.LanguageModel model = settings.languageModel();
    if (model.url() == null) {
      return new LanguageModel(Answerer.NONE, () -> {});
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
        () -> {
          answering.close();
          deadlines.close();
        });
  }

  @Override
  public Asked ask(Inquiry inquiry, AnswerListener listener) {
    return answerer.ask(inquiry, listener);
  }

  @Override
  public void close() {
    close.run();
  }
}
