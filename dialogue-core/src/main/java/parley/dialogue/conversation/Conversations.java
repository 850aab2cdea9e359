package parley.dialogue.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import parley.dialogue.conversation.ConversationAction.ChangeLanguage;

/// Conversations in all languages: each step is taken by the one for the language that the
/// conversation is held in then. Pure as [Conversation] is; any thread.
public final class Conversations {

  private final Function<String, Conversation> languages;

  /// @param languages the conversation for a language, the site's own where that one is not there
  public Conversations(Function<String, Conversation> languages) {
    this.languages = languages;
  }

  /// The next state and what is to be done, see [Conversation#step]. Where the language changes,
  /// that is what both languages want done, in order.
  public Step step(ConversationState state, ConversationEvent event) {
    String code =
        event instanceof ConversationEvent.Started started
            ? started.language()
            : state.line().language();
    Step step = languages.apply(code).step(state, event);
    Optional<ChangeLanguage> change =
        step.actions().stream()
            .filter(ChangeLanguage.class::isInstance)
            .map(ChangeLanguage.class::cast)
            .findFirst();
    return change.map(next -> changed(step, next)).orElse(step);
  }

  private Step changed(Step step, ChangeLanguage change) {
    Step after =
        languages
            .apply(change.code())
            .step(step.state(), new ConversationEvent.LanguageChanged(change.said()));
    List<ConversationAction> all = new ArrayList<>(step.actions());
    // The next language says what is listened for.
    all.removeIf(action -> action instanceof ConversationAction.Listen);
    all.addAll(after.actions());
    return new Step(after.state(), all);
  }
}
