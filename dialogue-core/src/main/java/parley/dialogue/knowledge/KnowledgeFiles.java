package parley.dialogue.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;

/// Reads the knowledge: every `*.yaml` of a folder, each `category:`, if wanted `language:`, and
/// `entries:`. An entry that says `replaces: true` stands for the one of the same id in another
/// file. All problems of all files are collected.
public final class KnowledgeFiles {

  private static final Set<String> TOP_KEYS = Set.of("category", "language", "entries");
  private static final String REPLACES = "replaces";

  private final Path home;
  private final Problems problems;
  private final List<KnowledgeEntry> entries = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, KnowledgeEntry> replacing = new LinkedHashMap<>();

  private KnowledgeFiles(Path home, Problems problems) {
    this.home = home;
    this.problems = problems;
  }

  /// Entries with the file and line of each.
  public record Placed(KnowledgeBase base, Map<String, String> places) {
    public Placed {
      places = Map.copyOf(places);
    }
  }

  public static KnowledgeBase read(Path home, Path folder, Problems problems) {
    return placed(home, folder, problems).base();
  }

  public static Placed placed(Path home, Path folder, Problems problems) {
    KnowledgeFiles files = new KnowledgeFiles(home, problems);
    List<Path> found = files.files(folder);
    found.forEach(files::readFile);
    files.replace();
    if (files.entries.isEmpty() && problems.isEmpty()) {
      problems.add(
          YamlFile.name(home, folder),
          0,
          "There is no knowledge in this folder.",
          "Expected `*.yaml` files with `category:` and `entries:`.");
    }
    return new Placed(new KnowledgeBase(files.entries), files.places);
  }

  private List<Path> files(Path folder) {
    try (var list = Files.list(folder)) {
      return list.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      problems.add(
          YamlFile.name(home, folder),
          0,
          "The folder cannot be read (" + e.getClass().getSimpleName() + ").",
          "Put the knowledge files there.");
      return List.of();
    }
  }

  private void readFile(Path file) {
    Fields top = YamlFile.read(home, file, problems);
    top.allowOnly(TOP_KEYS);
    String category = top.text("category");
    String language = top.optionalText("language").orElse("");
    top.list("entries").forEach(fields -> readEntry(category, language, fields));
  }

  private void readEntry(String category, String language, Fields fields) {
    KnowledgeEntry entry = EntryFields.read(category, language, fields);
    if (entry.id().isEmpty()) {
      return;
    }
    if (fields.flag(REPLACES, false)) {
      replacing.put(entry.id(), entry);
      places.put(entry.id(), place(fields));
    } else if (isNew(entry.id(), fields)) {
      entries.add(entry);
    }
  }

  /// Takes the place of entries of the same id, whichever file was read first.
  private void replace() {
    entries.replaceAll(entry -> {
      KnowledgeEntry other = replacing.remove(entry.id());
      return other == null ? entry : other;
    });
    entries.addAll(replacing.values());
  }

  private static String place(Fields fields) {
    return fields.file() + ":" + fields.line("id");
  }

  private boolean isNew(String id, Fields fields) {
    if (replacing.containsKey(id)) {
      return true;
    }
    String other = places.putIfAbsent(id, place(fields));
    if (other != null) {
      fields.problem(
          fields.line("id"),
          "The id `" + id + "` is also at " + other + ".",
          "Ids are unique over all files: rename one.");
    }
    return other == null;
  }
}
