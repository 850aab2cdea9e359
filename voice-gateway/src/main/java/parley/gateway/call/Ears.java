package parley.gateway.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Spoken;
import parley.dialogue.turn.TurnAction;
import parley.dialogue.turn.TurnEvent;
import parley.dialogue.turn.TurnState;
import parley.dialogue.turn.TurnTaking;
import parley.speech.recognize.RecognizerStream;
import parley.speech.recognize.Recognizers;
import parley.speech.recognize.Transcript;
import parley.speech.recognize.Vocabulary;

/// A call's hearing: voice activity, recognizer and turn-taking together. What turn-taking wants of
/// the recognizer is done here; what it wants of prompt and conversation is returned.
///
/// Thread: the call's own. The recognizer's results come back through the mailbox and [#soFar] and
/// [#finished].
public final class Ears {

  /// Whether anyone speaks in 20 ms of audio; one per call, told every frame in order.
  public interface VoiceActivity {
    boolean voice(short[] frame);
  }

  private static final long FRAME_MS = 20;

  private final TurnTaking turnTaking;
  private final VoiceActivity gate;
  private final CallTime time;
  private Function<Expectation, Vocabulary> vocabularies;
  private String opened = "";
  private @Nullable RecognizerStream stream;
  private TurnState state = TurnState.initial();
  private long awaitedUtterance = -1;
  private long audioMs;

  Ears(
      TurnTaking turnTaking,
      VoiceActivity gate,
      Function<Expectation, Vocabulary> vocabularies,
      CallTime time) {
    this.turnTaking = turnTaking;
    this.gate = gate;
    this.vocabularies = vocabularies;
    this.time = time;
  }

  /// Begins to listen; before it, and after [#close], audio is only measured.
  void open(
      Recognizers recognizers, String language, int sampleRateHz, Consumer<CallEvent> mailbox) {
    opened = language;
    stream = recognizers.open(language, sampleRateHz, vocabulary(), new MailboxListener(mailbox));
  }

  /// Goes on listening in another language, to anything: phrases are known in the first one only.
  void changeLanguage(
      Recognizers recognizers, String language, int sampleRateHz, Consumer<CallEvent> mailbox) {
    if (stream == null || language.equals(opened)) {
      return;
    }
    close();
    awaitedUtterance = -1;
    vocabularies = _ -> Vocabulary.OPEN;
    open(recognizers, language, sampleRateHz, mailbox);
  }

  boolean isOpen() {
    return stream != null;
  }

  List<TurnAction> audio(short[] frame) {
    boolean voice = gate.voice(frame);
    if (stream != null) {
      stream.accept(frame);
    }
    return step(new TurnEvent.Frame(frameTime(), voice));
  }

  List<TurnAction> tick() {
    audioMs = Math.max(audioMs, time.ms());
    return step(new TurnEvent.Tick(audioMs));
  }

  /// Words of an utterance that has already ended are late news and change nothing.
  List<TurnAction> soFar(long utterance, Transcript words) {
    if (stream == null || utterance != stream.utterance()) {
      return List.of();
    }
    return step(new TurnEvent.Partial(now(), new Spoken(words.text())));
  }

  List<TurnAction> finished(long utterance, Transcript words) {
    if (utterance != awaitedUtterance) {
      return List.of();
    }
    return step(
        new TurnEvent.Finished(now(), new Spoken(words.text()), Confidence.of(words.confidence())));
  }

  List<TurnAction> promptStarted(boolean interruptible) {
    return step(new TurnEvent.PromptStarted(now(), interruptible));
  }

  List<TurnAction> promptEnded() {
    return step(new TurnEvent.PromptEnded(now()));
  }

  List<TurnAction> pressed() {
    return step(new TurnEvent.Pressed(now()));
  }

  /// The next answer will be of this kind. The vocabulary changes at once unless the caller is
  /// already speaking.
  List<TurnAction> expect(Expectation expectation) {
    boolean changed = expectation != state.expectation();
    List<TurnAction> actions = step(new TurnEvent.Expecting(now(), expectation));
    if (changed && stream != null && state.utterance() == null) {
      stream.restart(vocabulary());
    }
    return actions;
  }

  List<TurnAction> holdFor(long ms) {
    return step(new TurnEvent.Holding(now(), now() + ms));
  }

  /// Silence is measured in audio, not in the moments at which a busy machine gets round to it: a
  /// burst of frames that waited is as long as it was when it was spoken.
  private long frameTime() {
    audioMs = Math.max(audioMs + FRAME_MS, time.ms() - CallMailbox.MOST_AUDIO * FRAME_MS);
    return audioMs;
  }

  private long now() {
    return Math.max(audioMs, time.ms() - CallMailbox.MOST_AUDIO * FRAME_MS);
  }

  private List<TurnAction> step(TurnEvent event) {
    TurnTaking.Step step = turnTaking.step(state, event);
    state = step.state();
    List<TurnAction> forOthers = new ArrayList<>(step.actions().size());
    for (TurnAction action : step.actions()) {
      switch (action) {
        case TurnAction.RequestFinal _ -> requestFinal();
        case TurnAction.DropUtterance _ -> drop();
        case TurnAction.PausePrompt _,
            TurnAction.ResumePrompt _,
            TurnAction.StopPrompt _,
            TurnAction.Commit _,
            TurnAction.Silence _ ->
            forOthers.add(action);
      }
    }
    return forOthers;
  }

  private void requestFinal() {
    if (stream != null) {
      awaitedUtterance = stream.utterance();
      stream.finish(vocabulary());
    }
  }

  private void drop() {
    if (stream != null) {
      stream.restart(vocabulary());
    }
  }

  private Vocabulary vocabulary() {
    return vocabularies.apply(state.expectation());
  }

  /// Stops listening and frees the recognizer. Idempotent.
  void close() {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }

  private record MailboxListener(Consumer<CallEvent> mailbox) implements RecognizerStream.Listener {
    @Override
    public void partial(long utterance, Transcript words) {
      mailbox.accept(new CallEvent.WordsSoFar(utterance, words));
    }

    @Override
    public void finished(long utterance, Transcript words) {
      mailbox.accept(new CallEvent.FinalWords(utterance, words));
    }

    @Override
    public void failed(RuntimeException why) {
      mailbox.accept(new CallEvent.RecognizerFailed(String.valueOf(why.getMessage())));
    }
  }
}
