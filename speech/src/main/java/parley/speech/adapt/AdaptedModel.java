package parley.speech.adapt;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.speech.recognize.ModelFolder;

/// A model with a site's words, kept below the state folder (`adapted/NAME-DIGEST`) and built again
/// when the words or the model change. Immutable; any thread, and several processes.
///
/// @param builtNow whether it was not there yet
public record AdaptedModel(ModelFolder folder, Adaptation adaptation, boolean builtNow) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REPORT = "adaptation.json";

  /** To be raised when the way graphs are built changes, so that all are built again. */
  private static final String VERSION = "1";

  private static final int DIGEST_SHOWN = 12;

  /// Takes the one that is there for these words, or builds it (seconds).
  ///
  /// @param again whether to build it also when it is there
  /// @throws AdaptException when the model cannot be adapted or the state folder not be written
  public static AdaptedModel of(
      ModelFolder model, SiteWords site, Path state, Pronouncer pronouncer, boolean again) {
    Path folder = state.toAbsolutePath().resolve("adapted");
    String name = model.path().getFileName().toString();
    try {
      String digest = digest(model, site);
      Path target = folder.resolve(name + "-" + digest.substring(0, DIGEST_SHOWN));
      if (again) {
        delete(target);
      }
      Optional<Adaptation> there = read(target, digest);
      if (there.isPresent()) {
        return new AdaptedModel(ModelFolder.at(target), there.get(), false);
      }
      Adaptation built = build(model, site, pronouncer, target, digest);
      deleteOlder(folder, name, target);
      return new AdaptedModel(ModelFolder.at(target), built, true);
    } catch (IOException e) {
      throw new AdaptException(
          "The speech model with the site's words cannot be written below "
              + folder
              + " ("
              + e.getMessage()
              + "); make room there or make it writable",
          e);
    }
  }

  private static Adaptation build(
      ModelFolder model, SiteWords site, Pronouncer pronouncer, Path target, String digest)
      throws IOException {
    Files.createDirectories(target.getParent());
    Path making = Files.createTempDirectory(target.getParent(), ".making-");
    try {
      Adaptation built = new ModelAdapter(model, site, pronouncer).write(making, digest);
      JSON.writerWithDefaultPrettyPrinter().writeValue(making.resolve(REPORT).toFile(), built);
      delete(target); // one that is broken
      Files.move(making, target, StandardCopyOption.ATOMIC_MOVE);
      return built;
    } finally {
      delete(making);
    }
  }

  private static Optional<Adaptation> read(Path target, String digest) {
    try {
      Adaptation kept = JSON.readValue(target.resolve(REPORT).toFile(), Adaptation.class);
      boolean whole = kept.digest().equals(digest) && ModelFolder.problem(target).isEmpty();
      return whole ? Optional.of(kept) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** Of the words and of whatever of the model the graphs are built from. */
  private static String digest(ModelFolder model, SiteWords site) throws IOException {
    StringBuilder files = new StringBuilder(VERSION);
    files.append(model.path().toRealPath());
    for (String part : List.of("graph/Gr.fst", "graph/words.txt", "words/lexicon.txt.gz")) {
      Path file = model.path().resolve(part);
      if (Files.exists(file)) {
        files.append(part).append(Files.size(file)).append(Files.getLastModifiedTime(file));
      }
    }
    List<SiteWords.Sentence> all = List.of(new SiteWords.Sentence(files + site.digest(), 1));
    return new SiteWords(all, List.of()).digest();
  }

  private static void deleteOlder(Path folder, String name, Path newest) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      String form = java.util.regex.Pattern.quote(name) + "-[0-9a-f]{" + DIGEST_SHOWN + "}";
      for (Path entry : entries.toList()) {
        if (!entry.equals(newest) && entry.getFileName().toString().matches(form)) {
          delete(entry);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
