package parley.server.eval.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import parley.dialogue.conversation.Outcome;
import parley.server.call.CallRefusedException;
import parley.server.call.CallersSentence;
import parley.server.call.FollowedCall;
import parley.server.call.RunningParley;
import parley.server.eval.scenarios.Result.Verdict;
import parley.server.eval.scenarios.Scenario.Turn;
import parley.speech.audio.Resampler;
import parley.speech.audio.WavFile;
import parley.speech.synthesize.Synthesizer;

/// Plays scenarios in real calls to the running Parley, one call each, and compares what its call
/// log holds then. Thread: any; a call blocks its own.
final class VoicePlayer implements Player {
  private static final int RATE_HZ = 8_000;
  private static final short[] NO_SOUND = {};

  private final RunningParley running;
  private final Synthesizer mouth;
  private final String language;
  private final Rehearsal rehearsal;
  private final Speakable speakable;

  /// @param mouth the caller's voice, of 8000 Hz
  VoicePlayer(RunningParley running, Synthesizer mouth, String language, Rehearsal rehearsal) {
    this.running = running;
    this.mouth = mouth;
    this.language = language;
    this.rehearsal = rehearsal;
    this.speakable = new Speakable(!running.logsIn());
  }

  /// @throws parley.server.call.NotRunningException when Parley is gone
  @Override
  public Result play(Scenario scenario) throws InterruptedException {
    long began = System.nanoTime();
    Optional<String> obstacle = speakable.obstacle(scenario);
    if (obstacle.isEmpty()) {
      obstacle = rehearsal.obstacle(scenario);
    }
    Verdict verdict = obstacle.isPresent() ? new Verdict.Skipped(obstacle.get()) : spoken(scenario);
    return new Result(scenario, verdict, (System.nanoTime() - began) / 1e6);
  }

  /// All sounds are made first: in a call that would be silence.
  private Verdict spoken(Scenario scenario) throws InterruptedException {
    List<short[]> sounds = new ArrayList<>();
    for (Turn turn : scenario.turns()) {
      try {
        sounds.add(sound(turn.deed()));
      } catch (CompletionException e) {
        return new Verdict.Skipped(
            "line " + turn.line() + ": the caller's voice has no sound for these words");
      }
    }
    try (FollowedCall call = FollowedCall.place(running, scenario.start().caller())) {
      play(scenario.turns(), sounds, call);
      return call.finish()
          .map(course -> compare(scenario, course))
          .orElseGet(() -> failed("the call log holds nothing of the call"));
    } catch (CallRefusedException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private static Verdict failed(String fault) {
    return new Verdict.Failed(List.of(fault), List.of());
  }

  private short[] sound(Deed deed) {
    return switch (deed) {
      case Deed.Says(String text) ->
          mouth.speak(language, CallersSentence.of(text)).join().samples();
      case Deed.Plays(var file) -> Resampler.convert(WavFile.read(file), RATE_HZ).samples();
      case Deed.Presses _,
          Deed.Silent _,
          Deed.Mumbles _,
          Deed.Noise _,
          Deed.HandOverEnds _,
          Deed.HearsPrompt _ ->
          NO_SOUND;
    };
  }

  private static void play(List<Turn> turns, List<short[]> sounds, FollowedCall call)
      throws InterruptedException {
    for (int i = 0; i < turns.size(); i++) {
      boolean done =
          switch (turns.get(i).deed()) {
            case Deed.Says _, Deed.Plays _ -> call.say(sounds.get(i));
            case Deed.Presses(String keys) -> call.press(keys);
            case Deed.Silent _ -> call.keepSilent();
            case Deed.Mumbles _, Deed.Noise _, Deed.HandOverEnds _, Deed.HearsPrompt _ ->
                throw new IllegalStateException("A turn that Speakable refuses");
          };
      if (!done) {
        return;
      }
    }
  }

  /// What the log says that was said and done, turn by turn, beside what was expected.
  static Verdict compare(Scenario scenario, FollowedCall.Course course) {
    List<String> faults = new ArrayList<>();
    List<String> misheard = new ArrayList<>();
    int played = course.stretches().size();
    for (int i = 0; i < played; i++) {
      Turn turn = scenario.turns().get(i);
      FollowedCall.Stretch stretch = course.stretches().get(i);
      Optional<Outcome> outcome =
          i + 1 < played ? Optional.empty() : Optional.ofNullable(course.call().call().outcome());
      TurnByVoice.of(stretch, outcome)
          .faults(turn.expected())
          .forEach(fault -> faults.add(scenario.place(turn) + ": " + fault));
      HeardOtherwise.of(turn.deed(), stretch)
          .ifPresent(heard -> misheard.add("line " + turn.line() + ": " + heard));
    }
    if (played < scenario.turns().size()) {
      faults.add(
          scenario.place(scenario.turns().get(played)) + ": the call had ended before this turn");
    }
    return Verdict.of(faults, misheard);
  }
}
