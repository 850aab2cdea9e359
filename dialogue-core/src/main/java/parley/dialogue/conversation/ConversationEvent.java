package parley.dialogue.conversation;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Key;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.Outbound;
import parley.dialogue.llm.Answer;
import parley.dialogue.llm.Sentence;
import parley.dialogue.memory.Earlier;
import parley.dialogue.quality.Channel;
import parley.dialogue.services.ServiceResult;

/// What happened in a conversation, told to [Conversation#step]. Audio, recognizers and telephony
/// stay outside.
public sealed interface ConversationEvent {

  /// The caller is connected and can hear. `entryFlow` and `queue` are empty unless the dialplan
  /// chose them. `at` is the time where "tomorrow" is meant: at the site, or with the caller.
  ///
  /// @param spoken languages that can be heard and spoken in a call, beside the present one
  /// @param earlier what is known of the same customer's conversations before this one
  /// @param outbound the promise that this call keeps, where it is we who call
  record Started(
      PhoneNumber caller,
      String language,
      String queue,
      String entryFlow,
      ZonedDateTime at,
      Channel channel,
      Set<String> spoken,
      Earlier earlier,
      Optional<Outbound> outbound)
      implements ConversationEvent {

    public Started {
      spoken = Set.copyOf(spoken);
    }

    /// Of somebody who calls us.
    public Started(
        PhoneNumber caller,
        String language,
        String queue,
        String entryFlow,
        ZonedDateTime at,
        Channel channel,
        Set<String> spoken,
        Earlier earlier) {
      this(caller, language, queue, entryFlow, at, channel, spoken, earlier, Optional.empty());
    }

    /// Of a caller of whom nothing is known.
    public Started(
        PhoneNumber caller,
        String language,
        String queue,
        String entryFlow,
        ZonedDateTime at,
        Channel channel,
        Set<String> spoken) {
      this(caller, language, queue, entryFlow, at, channel, spoken, Earlier.NONE);
    }

    /// A call that has one language.
    public Started(
        PhoneNumber caller, String language, String queue, String entryFlow, ZonedDateTime at) {
      this(caller, language, queue, entryFlow, at, Channel.VOICE, Set.of());
    }
  }

  /// The conversation goes on in this language from now on; `said` is to be answered in it, and is
  /// empty when it only asked for the language.
  record LanguageChanged(Spoken said) implements ConversationEvent {}

  /// The caller's turn ended with these words; they are empty when there was a voice but no word
  /// was recognized.
  record CallerSaid(Spoken words, Confidence confidence) implements ConversationEvent {}

  /// The caller pressed a key.
  record CallerPressed(Key key) implements ConversationEvent {}

  /// The caller paused after keys long enough to count the number as complete.
  record KeysEnded() implements ConversationEvent {}

  /// Nothing was said for the time that the expectation allows; `times` counts since the caller was
  /// last heard.
  record CallerSilent(int times) implements ConversationEvent {}

  /// The whole prompt was heard by the caller.
  record PromptHeard() implements ConversationEvent {}

  /// The caller interrupted; only `heard` of the prompt had been played.
  record PromptInterrupted(Spoken heard) implements ConversationEvent {}

  /// A hand-over came to its end; see [HandOverResult].
  record HandOverEnded(HandOverResult result) implements ConversationEvent {}

  /// A service has answered, or has not and will not; `id` is that of the action.
  record ServiceAnswered(int id, ServiceResult result) implements ConversationEvent {}

  /// A service takes so long that the caller should hear a word.
  record ServiceSlow(int id) implements ConversationEvent {}

  /// The language model's next sentence; `id` is that of the action.
  record ModelSaid(int id, Sentence sentence) implements ConversationEvent {}

  /// The language model's answer has ended, one way or another.
  record ModelEnded(int id, Answer answer) implements ConversationEvent {}

  /// A part that the conversation needs stopped working for this call.
  record PartFailed(Part part) implements ConversationEvent {}

  /// The parts whose failure a caller must not hear as silence.
  enum Part {
    RECOGNIZER,
    VOICE,
    MEDIA
  }
}
