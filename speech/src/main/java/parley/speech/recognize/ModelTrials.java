package parley.speech.recognize;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Sees to it that no model is loaded into this process that ends it: libvosk, given wrong files,
/// aborts, jumps into nowhere or answers with null, and says why on standard error only (what it
/// did with which damage: `docs/decisions/0010-models-are-tried-first.md`). So a model that was not
/// seen to load before is looked through ([ModelFit]) and then tried in a child process
/// ([ModelTrial]; 1 to 3 s for the bundled one). That it loads is kept below `state/models/.seen`
/// until one of its files changes. Thread: any.
final class ModelTrials implements ModelChoice.Trial {

  /// How a child ended.
  ///
  /// @param code as of a shell: 128 and more for a signal; [#LATE] when it was ended
  /// @param output what it and libvosk wrote
  record Ended(int code, List<String> output) {
    static final int LATE = -1;

    Ended {
      output = List.copyOf(output);
    }
  }

  /// Tries a model in another process. Not for repeating: the same files end the same way.
  interface Launcher {
    /// @throws RecognitionException when there can be no other process
    Ended run(ModelFolder model);
  }

  private final SeenModels seen;
  private final Launcher launcher;

  ModelTrials(SeenModels seen, Launcher launcher) {
    this.seen = seen;
    this.launcher = launcher;
  }

  /// Trials of which the results are kept below the state folder.
  static ModelTrials below(Path state) {
    return new ModelTrials(new SeenModels(state.resolve("models/.seen")), new TrialProcess());
  }

  /// Why the model cannot be used, in one sentence; empty when it loads.
  ///
  /// @throws RecognitionException when it could not be tried, which is not the model's fault
  @Override
  public Optional<String> problem(ModelFolder model) {
    // Before the trial: what changes meanwhile is tried next time.
    String fingerprint = seen.fingerprint(model.path());
    if (seen.loaded(model.path(), fingerprint)) {
      return Optional.empty();
    }
    Optional<String> problem = ModelFit.problem(model).or(() -> tried(model));
    if (problem.isEmpty()) {
      seen.keep(model.path(), fingerprint);
    }
    return problem.map(fault -> ModelFiles.sentence(model.path(), fault));
  }

  private Optional<String> tried(ModelFolder model) {
    TrialOutput output = new TrialOutput(launcher.run(model), model.path());
    output
        .notTried()
        .ifPresent(sentence -> {
          throw new RecognitionException(sentence);
        });
    return output.fault();
  }
}
