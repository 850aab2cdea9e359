package parley.gateway.call;

import parley.dialogue.call.Key;
import parley.dialogue.llm.Answer;
import parley.dialogue.llm.Sentence;
import parley.dialogue.services.ServiceResult;
import parley.speech.audio.Pcm;
import parley.speech.recognize.Transcript;

/// What happens to a call, from whatever side, as its thread is told.
public sealed interface CallEvent {

  /// 20 ms of the caller's voice, or of an agent's during a whisper.
  final class Audio implements CallEvent {
    private final short[] frame;

    public Audio(short[] frame) {
      this.frame = frame;
    }

    public short[] frame() {
      return frame;
    }
  }

  /// Everything that was played before the mark has left towards the caller.
  record MarkReached(String mark) implements CallEvent {}

  /// The words so far of the utterance under way.
  record WordsSoFar(long utterance, Transcript words) implements CallEvent {}

  /// The final words of an utterance.
  record FinalWords(long utterance, Transcript words) implements CallEvent {}

  record RecognizerFailed(String why) implements CallEvent {}

  /// A sentence is ready to be played; `piece` is its number in the call.
  record VoiceReady(long piece, Pcm audio) implements CallEvent {}

  record VoiceFailed(long piece, String why) implements CallEvent {}

  /// One of the site's systems answered; `id` is that of the conversation's question.
  record ServiceAnswered(int id, ServiceResult result) implements CallEvent {}

  /// The language model's next sentence; `id` is that of the conversation's question.
  record ModelSaid(int id, Sentence sentence) implements CallEvent {}

  /// The language model's answer has ended.
  record ModelEnded(int id, Answer answer) implements CallEvent {}

  record Pressed(Key key) implements CallEvent {}

  /// The caller hung up, or the caller's channel is gone.
  record CallerGone(int cause, String why) implements CallEvent {}

  /// The caller's channel left Parley without being hung up: the dialplan has it.
  record CallerTakenAway() implements CallEvent {}

  record MediaEnded(String why) implements CallEvent {}

  /// News of an agent's phone that rings for this call.
  record AgentRings(String leg) implements CallEvent {}

  record AgentAnswered(String leg) implements CallEvent {}

  record AgentGone(String leg, int cause) implements CallEvent {}

  /// Parley is being stopped: the call goes on in the dialplan.
  record ParleyStops() implements CallEvent {}
}
