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

/// Which speech model is used, and why: `reason` is a sentence for start-up and `doctor`.
///
/// @param rejected sentences about folders that were looked at but are no models
public record ModelChoice(ModelFolder folder, String reason, List<String> rejected) {
  private static final String AUTO = "auto";

  /** Vosk's model names use some country codes where ISO 639-1 has others. */
  private static final Map<String, Set<String>> OTHER_NAMES =
      Map.of("zh", Set.of("cn"), "uk", Set.of("ua"), "kk", Set.of("kz"), "ja", Set.of("jp"));

  public ModelChoice {
    rejected = List.copyOf(rejected);
  }

  /// Takes the folder that the setting `speech.model` names, or with `auto` the largest model of
  /// the language below `state/models`, or the one bundled with Parley. A folder's language is a
  /// part of its name: `vosk-model-small-en-us-0.15`, `en-telephone`.
  ///
  /// @throws RecognitionException when there is none, with a sentence that says where it was sought
  public static ModelChoice choose(String setting, Path home, Path state, String language) {
    if (!setting.equals(AUTO)) {
      return new ModelChoice(
          ModelFolder.at(Path.of(setting)), "the setting speech.model names it", List.of());
    }
    Path own = state.resolve("models");
    Path bundled = home.resolve("speech").resolve("models");
    List<String> rejected = new ArrayList<>();
    return best(own, language, rejected)
        .map(f -> new ModelChoice(f, "the largest for " + language + " below " + own, rejected))
        .or(() ->
            best(bundled, language, rejected)
                .map(f -> new ModelChoice(f, "the model that comes with Parley", rejected)))
        .orElseThrow(() -> none(language, own, bundled, rejected));
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

  private static Optional<ModelFolder> best(Path parent, String language, List<String> rejected) {
    List<Path> candidates = new ArrayList<>();
    for (Path folder : folders(parent, language)) {
      ModelFolder.problem(folder).ifPresentOrElse(rejected::add, () -> candidates.add(folder));
    }
    return candidates.stream()
        .max(Comparator.comparingLong(ModelChoice::modelBytes).thenComparing(Path::toString))
        .map(ModelFolder::at);
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
