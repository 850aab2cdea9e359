package parley.speech.recognize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which speech model is used, and why: `reason` is a sentence for start-up and `doctor`. It was
/// seen to load, here or at an earlier start.
///
/// @param rejected sentences about folders that were looked at but are no models that can be loaded
public record ModelChoice(ModelFolder folder, String reason, List<String> rejected) {
  private static final String AUTO = "auto";

  /** Vosk's model names use some country codes where ISO 639-1 has others. */
  private static final Map<String, Set<String>> OTHER_NAMES =
      Map.of("zh", Set.of("cn"), "uk", Set.of("ua"), "kk", Set.of("kz"), "ja", Set.of("jp"));

  /// Whether a model can be loaded: an answer is the sentence that says why it cannot.
  @FunctionalInterface
  interface Trial {
    Optional<String> problem(ModelFolder folder);
  }

  public ModelChoice {
    rejected = List.copyOf(rejected);
  }

  /// Takes the folder that the setting `speech.model` names, or with `auto` the largest model of
  /// the language below `state/models`, or the one bundled with Parley. A folder's language is a
  /// part of its name: `vosk-model-small-en-us-0.15`, `en-telephone`.
  ///
  /// A model that was not seen to load before is tried in a child process, which takes about as
  /// long as loading it and is not done again while its files stay the same ([ModelTrials]). With
  /// `auto` the next largest takes the place of one that fails.
  ///
  /// @throws RecognitionException when there is none, with a sentence that says where it was
  ///   sought, or why the one that the setting names cannot be used
  public static ModelChoice choose(String setting, Path home, Path state, String language) {
    return choose(setting, home, state, language, ModelTrials.below(state));
  }

  static ModelChoice choose(String setting, Path home, Path state, String language, Trial trial) {
    if (!setting.equals(AUTO)) {
      return new ModelChoice(
          named(Path.of(setting), trial), "the setting speech.model names it", List.of());
    }
    Path own = state.resolve("models");
    Path bundled = home.resolve("speech").resolve("models");
    List<String> rejected = new ArrayList<>();
    return best(own, language, trial, rejected)
        .map(f -> new ModelChoice(f, "the largest for " + language + " below " + own, rejected))
        .or(() ->
            best(bundled, language, trial, rejected)
                .map(f -> new ModelChoice(f, "the model that comes with Parley", rejected)))
        .orElseThrow(() -> none(language, own, bundled, rejected));
  }

  /// This choice with a folder that was made from the chosen one, when that can be loaded too,
  /// which is tried as [#choose] does; else this one, and why among `rejected`.
  ///
  /// @throws RecognitionException when it could not be tried
  public ModelChoice orMade(ModelFolder made, Path state) {
    return orMade(made, ModelTrials.below(state));
  }

  ModelChoice orMade(ModelFolder made, Trial trial) {
    List<String> all = new ArrayList<>(rejected);
    Optional<String> problem = trial.problem(made);
    problem.ifPresent(all::add);
    return new ModelChoice(problem.isPresent() ? folder : made, reason, all);
  }

  private static RecognitionException none(
      String language, Path own, Path bundled, List<String> rejected) {
    return new RecognitionException(
        "There is no speech model for language "
            + language
            + " below "
            + own
            + " or "
            + bundled
            + (rejected.isEmpty() ? "" : " (" + String.join("; ", rejected) + ")")
            + "; ./parley models install "
            + language
            + " fetches one, and speech.model can name the folder of another");
  }

  private static ModelFolder named(Path folder, Trial trial) {
    ModelFolder model = ModelFolder.at(folder);
    trial
        .problem(model)
        .ifPresent(sentence -> {
          throw new RecognitionException(sentence);
        });
    return model;
  }

  private static Optional<ModelFolder> best(
      Path parent, String language, Trial trial, List<String> rejected) {
    List<Path> candidates = new ArrayList<>();
    for (Path folder : folders(parent, language)) {
      ModelFolder.problem(folder).ifPresentOrElse(rejected::add, () -> candidates.add(folder));
    }
    candidates.sort(
        Comparator.comparingLong(ModelChoice::modelBytes).thenComparing(Path::toString).reversed());
    for (Path folder : candidates) {
      ModelFolder model = ModelFolder.at(folder);
      Optional<String> problem = trial.problem(model);
      if (problem.isEmpty()) {
        return Optional.of(model);
      }
      rejected.add(problem.get());
    }
    return Optional.empty();
  }

  private static List<Path> folders(Path parent, String language) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(entry -> Files.isDirectory(entry) && isNamedFor(entry, language))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new RecognitionException(parent + " cannot be listed: " + e.getMessage(), e);
    }
  }

  /// The parts of Vosk's model names that stand for a language, the code of ISO 639-1 among them.
  public static Set<String> namesOf(String language) {
    Set<String> names = new HashSet<>(OTHER_NAMES.getOrDefault(language, Set.of()));
    names.add(language);
    return names;
  }

  /// A name that begins with a dot is a folder that an install works in, or one put aside.
  private static boolean isNamedFor(Path folder, String language) {
    String name = folder.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.startsWith(".")) {
      return false;
    }
    Set<String> names = namesOf(language);
    for (String part : name.split("[-_.]")) {
      if (names.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static long modelBytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
