package parley.dialogue.turn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Spoken;
import parley.dialogue.turn.TurnState.Awaited;
import parley.dialogue.turn.TurnState.Prompt;
import parley.dialogue.turn.TurnState.Quiet;
import parley.dialogue.turn.TurnState.Utterance;

/// Decides who has the floor: when the caller has finished, when a sound over a prompt is an
/// interruption and when it is a cough, when a silence is worth a word. A pure function of state
/// and event on virtual time: no clock, thread, I/O or log.
///
/// Two promises hold in every state. Nothing is deaf: a prompt that may not be interrupted is still
/// listened through, and what was said over it is answered after it. Every turn ends: voice without
/// words, words without voice, final words that never come and a voice that never stops each have a
/// deadline here.
public final class TurnTaking {

  /// Confidence given to words that the recognizer never confirmed.
  private static final Confidence UNCONFIRMED = new Confidence(0.3);

  private static final long FRAME_MS = 20;

  private final TurnRules rules;
  private final Phrasing phrasing;

  public TurnTaking(TurnRules rules, Phrasing phrasing) {
    this.rules = rules;
    this.phrasing = phrasing;
  }

  /// The next state and what to do now, in order.
  public record Step(TurnState state, List<TurnAction> actions) {
    public Step {
      actions = List.copyOf(actions);
    }
  }

  public Step step(TurnState state, TurnEvent event) {
    List<TurnAction> actions = new ArrayList<>(2);
    TurnState next =
        switch (event) {
          case TurnEvent.Frame(long at, boolean voice) ->
              onTime(voice ? onVoice(state, at, actions) : state, at, actions);
          case TurnEvent.Tick(long at) -> onTime(state, at, actions);
          case TurnEvent.Partial(long at, Spoken words) ->
              onTime(onWords(state, at, words, actions), at, actions);
          case TurnEvent.Finished(long at, Spoken words, Confidence confidence) ->
              onFinished(state, at, words, confidence, actions);
          case TurnEvent.PromptStarted(long at, boolean interruptible) ->
              onPromptStarted(state, at, interruptible, actions);
          case TurnEvent.PromptEnded(long at) -> onPromptEnded(state, at, actions);
          case TurnEvent.Expecting(long at, Expectation expectation) ->
              // A question ends whatever patience was promised before it.
              state.with(expectation).with(new Quiet(at, state.quiet().mentioned(), 0));
          case TurnEvent.Holding(long at, long until) -> state.with(new Quiet(at, 0, until));
          case TurnEvent.Pressed(long at) -> onPressed(state, at, actions);
        };
    return new Step(next, actions);
  }

  private static Quiet quietFrom(Quiet quiet, long at) {
    return new Quiet(at, quiet.mentioned(), quiet.holdUntilMs());
  }

  private TurnState onVoice(TurnState state, long at, List<TurnAction> actions) {
    Utterance utterance = state.utterance();
    Utterance heard =
        utterance == null
            ? new Utterance(at, at, FRAME_MS, Spoken.NOTHING, state.prompt().sounding())
            : utterance.voiced(at, FRAME_MS);
    return pauseIfSounding(state.speaking(heard), at, actions);
  }

  /// Words can come without voice, when a caller is too quiet for the gate: then the words are the
  /// voice.
  private TurnState onWords(TurnState state, long at, Spoken words, List<TurnAction> actions) {
    Utterance utterance = state.utterance();
    if (words.isEmpty() || (utterance != null && words.equals(utterance.words()))) {
      return state;
    }
    long heardUntil = Math.max(0, at - rules.recognizerLagMs());
    Utterance said =
        utterance == null
            ? new Utterance(heardUntil, heardUntil, 0, words, state.prompt().sounding())
            : utterance.said(words, heardUntil);
    return pauseIfSounding(state.speaking(said), at, actions);
  }

  private static TurnState pauseIfSounding(TurnState state, long at, List<TurnAction> actions) {
    if (!state.prompt().canBePaused()) {
      return state;
    }
    actions.add(new TurnAction.PausePrompt());
    return state.with(state.prompt().pausedAt(at));
  }

  /// A prompt that starts while the caller is speaking waits at once: Parley never talks over a
  /// caller. A held prompt whose next part starts stays held.
  private static TurnState onPromptStarted(
      TurnState state, long at, boolean interruptible, List<TurnAction> actions) {
    TurnState sounding = state.with(new Prompt(true, interruptible, state.prompt().pausedAtMs()));
    return sounding.utterance() == null ? sounding : pauseIfSounding(sounding, at, actions);
  }

  /// The last words were already out when the prompt was held: nothing may stay held, or the next
  /// prompt would not be heard.
  private static TurnState onPromptEnded(TurnState state, long at, List<TurnAction> actions) {
    if (state.prompt().paused()) {
      actions.add(new TurnAction.ResumePrompt());
    }
    return state.with(Prompt.NONE).with(quietFrom(state.quiet(), at));
  }

  private static TurnState onPressed(TurnState state, long at, List<TurnAction> actions) {
    TurnState next = state.with(new Quiet(at, 0, 0));
    if (next.utterance() != null) {
      actions.add(new TurnAction.DropUtterance());
      next = next.speaking(null);
    }
    if (next.prompt().sounding() && next.prompt().interruptible()) {
      actions.add(new TurnAction.StopPrompt());
      next = next.with(Prompt.NONE);
    }
    return next;
  }

  /// Everything that depends on time alone.
  private TurnState onTime(TurnState state, long at, List<TurnAction> actions) {
    TurnState next = state;
    Awaited awaited = next.awaited();
    if (awaited != null && at - awaited.decidedAtMs() >= rules.finalDeadlineMs()) {
      next = next.awaiting(awaited.unheard());
      next = onFinished(next, at, awaited.utterance().words(), UNCONFIRMED, actions);
    }
    Utterance utterance = next.utterance();
    if (utterance == null) {
      return mentionSilence(next, at, actions);
    }
    if (next.prompt().paused()) {
      next = decideInterruption(next, utterance, at, actions);
      utterance = next.utterance();
    }
    return utterance == null ? next : endIfFinished(next, utterance, at, actions);
  }

  private TurnState decideInterruption(
      TurnState state, Utterance utterance, long at, List<TurnAction> actions) {
    boolean words =
        !utterance.words().isEmpty()
            && !phrasing.listeningOnly(utterance.words(), state.expectation());
    long silence = at - utterance.lastVoiceMs();
    if (words || utterance.voicedMs() >= rules.bargeInVoiceMs()) {
      actions.add(new TurnAction.StopPrompt());
      return state.with(Prompt.NONE).speaking(utterance.confirmed());
    }
    boolean over = silence >= rules.falseStartMs();
    boolean late = at - state.prompt().pausedAtMs() >= rules.bargeInConfirmMs();
    if ((!over && !late) || isBusy(state.awaited())) {
      return state;
    }
    // No word so far may mean that the recognizer is behind: only its final words tell a cough.
    actions.add(new TurnAction.RequestFinal());
    return state.speaking(null).awaiting(new Awaited(utterance, at, true));
  }

  private TurnState endIfFinished(
      TurnState state, Utterance utterance, long at, List<TurnAction> actions) {
    if (state.awaited() != null || state.prompt().paused()) {
      return state;
    }
    boolean wordless = utterance.words().isEmpty();
    long spoken = at - utterance.startMs();
    boolean endless = spoken >= (wordless ? rules.longestWordlessMs() : rules.longestUtteranceMs());
    if (at - utterance.lastVoiceMs() < silenceNeeded(state, utterance) && !endless) {
      return state;
    }
    actions.add(new TurnAction.RequestFinal());
    return state.speaking(null).awaiting(new Awaited(utterance, at, false));
  }

  private long silenceNeeded(TurnState state, Utterance utterance) {
    if (state.expectation() == Expectation.DIGITS) {
      return rules.endOfDigitsMs();
    }
    if (utterance.words().isEmpty()) {
      return rules.endOfSpeechMs() + rules.recognizerLagMs();
    }
    return switch (phrasing.completeness(utterance.words(), state.expectation())) {
      case COMPLETE -> rules.endOfAnswerMs();
      case OPEN -> rules.endOfSpeechMs();
      case UNFINISHED -> rules.endOfUnfinishedMs();
    };
  }

  private TurnState onFinished(
      TurnState state, long at, Spoken words, Confidence confidence, List<TurnAction> actions) {
    Awaited awaited = state.awaited();
    if (awaited == null) {
      return state;
    }
    TurnState next = state.awaiting(null);
    Utterance ended = awaited.utterance();
    if (awaited.holdsPrompt() && next.prompt().paused()) {
      if (goesOn(next, ended, words)) {
        actions.add(new TurnAction.ResumePrompt());
        return next.with(next.prompt().resumed());
      }
      actions.add(new TurnAction.StopPrompt());
      next = next.with(Prompt.NONE);
    }
    if (words.isEmpty() && isNoise(ended)) {
      return next.with(quietFrom(next.quiet(), at));
    }
    actions.add(
        new TurnAction.Commit(
            words, confidence, ended.startMs(), ended.lastVoiceMs(), awaited.decidedAtMs(), at));
    return next.with(new Quiet(at, 0, 0));
  }

  /// Whether a held prompt goes on after all.
  private boolean goesOn(TurnState state, Utterance ended, Spoken words) {
    return words.isEmpty() ? isNoise(ended) : phrasing.listeningOnly(words, state.expectation());
  }

  private boolean isNoise(Utterance ended) {
    return ended.overPrompt() || ended.voicedMs() <= rules.shortNoiseMs();
  }

  private TurnState mentionSilence(TurnState state, long at, List<TurnAction> actions) {
    Quiet quiet = state.quiet();
    boolean due = at - quiet.sinceMs() >= rules.silencePromptMs() && at >= quiet.holdUntilMs();
    if (!due || state.prompt().sounding() || isBusy(state.awaited())) {
      return state;
    }
    actions.add(new TurnAction.Silence(quiet.mentioned() + 1));
    return state.with(new Quiet(at, quiet.mentioned() + 1, 0));
  }

  private static boolean isBusy(@Nullable Awaited awaited) {
    return awaited != null;
  }
}
