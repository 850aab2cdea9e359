package parley.dialogue.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Node;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;
import parley.dialogue.knowledge.EntryFields;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.KnowledgeFiles;

/// Takes entries from a file into the knowledge. They stand in a file of their own,
/// `imported.yaml`; an entry of another file is not touched, the imported one stands for it
/// (`replaces: true`). What a line does not say stays as it was, and no entry goes. One for each
/// import; one thread.
public final class KnowledgeImport {

  /// Where imported entries stand, in the knowledge folder.
  public static final String FILE = "imported.yaml";

  private static final String CATEGORY = "imported";

  private final Path home;
  private final Path folder;
  private final KnowledgeFiles.Placed known;
  private final Map<String, KnowledgeEntry> imported = new LinkedHashMap<>();
  private final Set<String> elsewhere;
  private final Set<String> seen = new HashSet<>();

  /// @throws parley.dialogue.files.BadFilesException when the knowledge itself is broken
  public KnowledgeImport(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
    Problems problems = new Problems();
    this.known = KnowledgeFiles.placed(home, folder, problems);
    problems.throwIfAny();
    KnowledgeBase now = known.base();
    Path file = folder.resolve(FILE);
    Set<String> others = new HashSet<>();
    for (Map.Entry<String, Path> place : ids(folder)) {
      if (place.getValue().equals(file)) {
        now.find(place.getKey()).ifPresent(entry -> imported.put(entry.id(), entry));
      } else {
        others.add(place.getKey());
      }
    }
    this.elsewhere = Set.copyOf(others);
  }

  /// Every id with the file that has it, also where another entry stands for it.
  private List<Map.Entry<String, Path>> ids(Path in) {
    try (Stream<Path> files = Files.list(in)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
          .flatMap(file ->
              YamlFile.read(home, file, new Problems()).list("entries").stream()
                  .map(fields -> Map.entry(fields.optionalText("id").orElse(""), file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The knowledge folder cannot be read", e);
    }
  }

  /// Reads a file, and says what becomes of each of its entries. Nothing is written yet.
  ///
  /// @throws parley.dialogue.files.BadFilesException when the file as a whole cannot be read
  public List<ImportLine> read(Path file, ExchangeFormat format) {
    Problems problems = new Problems();
    String name = YamlFile.name(home, file);
    List<Node> rows =
        format == ExchangeFormat.CSV
            ? CsvRows.read(file, name, problems)
            : rows(YamlFile.read(home, file, problems));
    problems.throwIfAny();
    return rows.stream().map(row -> line(name, row)).toList();
  }

  private static List<Node> rows(Fields top) {
    if (!Additions.reviewed(top)) {
      return List.of();
    }
    return top.all().get("entries") instanceof Node.Sequence(_, List<Node> items)
        ? items
        : missing(top);
  }

  private static List<Node> missing(Fields top) {
    if (!top.broken()) {
      top.problem(1, "`entries` is missing.", "Expected a list of entries, as an export has it.");
    }
    return List.of();
  }

  private ImportLine line(String file, Node row) {
    String place = file + ":" + row.line();
    if (!(row instanceof Node.Mapping(int line, Map<String, Node> said))) {
      return refused(place, "", "It is " + row.kind() + ". Expected the keys of an entry.");
    }
    String id = said.get("id") instanceof Node.Scalar(_, String text) ? text : "";
    Optional<KnowledgeEntry> before =
        Optional.ofNullable(imported.get(id)).or(() -> known.base().find(id));
    Map<String, Node> all = new LinkedHashMap<>();
    before.ifPresent(entry -> all.putAll(EntryTree.nodes(entry, line)));
    all.putAll(said);
    Map<String, Node> joined = Additions.joined(all);
    joined.keySet().removeAll(EntryFields.FOLLOWS_FROM_USE);
    joined.remove(EntryFields.REPLACES);
    Problems problems = new Problems();
    Fields fields = new Fields(file, new Node.Mapping(line, joined), problems);
    KnowledgeEntry entry = EntryFields.read(CATEGORY, "", fields);
    if (!id.isEmpty() && !seen.add(id)) {
      fields.problem(line, "The id `" + id + "` was there before.", "Keep one of the two.");
    }
    if (!problems.isEmpty()) {
      return refused(
          place,
          id,
          problems.sorted().stream()
              .map(problem -> problem.what() + " " + problem.remedy())
              .collect(Collectors.joining(" ")));
    }
    return new ImportLine(place, id, taken(entry, before));
  }

  private ImportLine.Result taken(KnowledgeEntry entry, Optional<KnowledgeEntry> before) {
    if (before.equals(Optional.of(entry))) {
      return new ImportLine.Result.Same();
    }
    imported.put(entry.id(), entry);
    return before.isPresent() ? new ImportLine.Result.Changed() : new ImportLine.Result.Added();
  }

  private static ImportLine refused(String place, String id, String why) {
    return new ImportLine(place, id, new ImportLine.Result.Refused(why));
  }

  /// Writes what was read and not refused: all of it or, when the disk is full, nothing.
  ///
  /// @throws IOException when the file cannot be written; the knowledge is as it was
  public void write() throws IOException {
    Set<String> replacing =
        imported.keySet().stream().filter(elsewhere::contains).collect(Collectors.toSet());
    List<String> lines = new ArrayList<>();
    lines.add("# Entries that were imported. The next import writes this file again: what is");
    lines.add("# changed here by hand stays, comments do not.");
    lines.add(EntryText.yaml(imported.values(), CATEGORY, replacing));
    Path beside = folder.resolve(FILE + ".new");
    Files.writeString(beside, String.join("\n", lines));
    Files.move(
        beside,
        folder.resolve(FILE),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
