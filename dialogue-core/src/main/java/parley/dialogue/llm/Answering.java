package parley.dialogue.llm;

import java.time.Clock;
import java.util.List;
import parley.config.Settings;
import parley.dialogue.llm.chat.GuardedChat;
import parley.dialogue.quality.Channel;

/// Has a language model answer customers. Whatever happens to the model, the listener hears within
/// `language-model.first-sentence-timeout` either a first sentence or that there is none, so that
/// the conversation goes on without it; by mail, within `language-model.timeout`.
///
/// Thread: any, many answers at a time; each has a virtual thread of its own.
public final class Answering implements Answerer, AutoCloseable {

  private final Settings.LanguageModel settings;
  private final GuardedChat chat;
  private final Grounding grounding;
  private final Toolbox toolbox;
  private final DraftCheck check;
  private final Deadlines deadlines;

  /// @param settings with an address and a model
  public Answering(
      Settings.LanguageModel settings,
      Grounding grounding,
      Toolbox toolbox,
      DraftCheck check,
      Deadlines deadlines,
      Clock clock) {
    this.settings = settings;
    this.chat = new GuardedChat(settings, clock);
    this.grounding = grounding;
    this.toolbox = toolbox;
    this.check = check;
    this.deadlines = deadlines;
  }

  @Override
  public Generation ask(Inquiry inquiry, AnswerListener listener) {
    List<Tool> tools = toolbox.offered(inquiry.tools());
    return new Generation(
            inquiry.channel() == Channel.EMAIL ? settings.patient() : settings,
            listener,
            deadlines,
            generation ->
                new Writing(
                    chat, check, inquiry, tools, grounding.messages(inquiry, tools), generation))
        .start();
  }

  /// Writes texts with what customers leave of the same model.
  public Scribe scribe() {
    return new Dictation(settings, chat, grounding.transcript());
  }

  /// Closes all connections; answers in the making fail.
  @Override
  public void close() {
    chat.close();
  }
}
