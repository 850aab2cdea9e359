package parley.dialogue.turn;

import java.util.ArrayList;
import java.util.List;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Spoken;

/// Plays a caller against [TurnTaking] on virtual time, 20 ms at a time, and keeps what turn-taking
/// wanted with the moment.
final class TurnScript {
  static final TurnRules RULES =
      new TurnRules(
          300, 600, 1_200, 1_500, 6_000, 2_000, 1_200, 500, 400, 300, 1_500, 30_000, 6_000);

  /// What was wanted, and when.
  record Wanted(long atMs, TurnAction action) {}

  private final TurnTaking rules = new TurnTaking(RULES, new TestPhrasing());
  private final List<Wanted> wanted = new ArrayList<>();
  private TurnState state = TurnState.initial();
  private long now;

  /// A small phrasing of its own, so that these tests do not depend on word lists.
  private static final class TestPhrasing implements Phrasing {
    @Override
    public boolean listeningOnly(Spoken words, Expectation expectation) {
      return words.text().matches("(mhm|okay|right)( (mhm|okay|right))*");
    }

    @Override
    public Completeness completeness(Spoken words, Expectation expectation) {
      if (words.text().matches("yes|no|where is my order")) {
        return Completeness.COMPLETE;
      }
      return words.text().matches(".*\\b(my|and|the|to)")
          ? Completeness.UNFINISHED
          : Completeness.OPEN;
    }
  }

  private TurnScript tell(TurnEvent event) {
    TurnTaking.Step step = rules.step(state, event);
    state = step.state();
    step.actions().forEach(action -> wanted.add(new Wanted(now, action)));
    return this;
  }

  private TurnScript frames(long ms, boolean voice) {
    for (long end = now + ms; now < end; ) {
      now += 20;
      tell(new TurnEvent.Frame(now, voice));
    }
    return this;
  }

  TurnScript voice(long ms) {
    return frames(ms, true);
  }

  TurnScript silence(long ms) {
    return frames(ms, false);
  }

  TurnScript noAudio(long ms) {
    now += ms;
    return tell(new TurnEvent.Tick(now));
  }

  TurnScript words(String soFar) {
    return tell(new TurnEvent.Partial(now, new Spoken(soFar)));
  }

  TurnScript finished(String words) {
    return tell(new TurnEvent.Finished(now, new Spoken(words), new Confidence(0.9)));
  }

  TurnScript promptStarts(boolean interruptible) {
    return tell(new TurnEvent.PromptStarted(now, interruptible));
  }

  TurnScript promptEnds() {
    return tell(new TurnEvent.PromptEnded(now));
  }

  TurnScript expecting(Expectation expectation) {
    return tell(new TurnEvent.Expecting(now, expectation));
  }

  TurnScript holding(long ms) {
    return tell(new TurnEvent.Holding(now, now + ms));
  }

  TurnScript presses() {
    return tell(new TurnEvent.Pressed(now));
  }

  long now() {
    return now;
  }

  List<Wanted> wanted() {
    return wanted;
  }

  /// The kinds of actions in their order, such as `PausePrompt`.
  List<String> kinds() {
    return wanted.stream().map(w -> w.action().getClass().getSimpleName()).toList();
  }

  long when(Class<? extends TurnAction> kind) {
    return wanted.stream()
        .filter(w -> kind.isInstance(w.action()))
        .mapToLong(Wanted::atMs)
        .findFirst()
        .orElse(-1);
  }

  TurnAction.Commit commit() {
    return wanted.stream()
        .map(Wanted::action)
        .filter(TurnAction.Commit.class::isInstance)
        .map(TurnAction.Commit.class::cast)
        .reduce((_, last) -> last)
        .orElseThrow();
  }
}
