package parley.dialogue.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.dialogue.files.Node;
import parley.dialogue.files.Problems;
import parley.dialogue.files.Utf8Text;
import parley.dialogue.knowledge.EntryFields;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.usage.Usage;

/// Entries as rows, as a spreadsheet saves them: a line of keys first, lists with a bar between
/// their texts (`\\|` is a bar in a text). An empty cell says nothing.
final class CsvRows {

  private static final String BETWEEN = " | ";
  private static final String BAR = "\\s*(?<!\\\\)\\|\\s*";
  private static final String BAR_IN_TEXT = "\\|";
  private static final String MARK = "\uFEFF";

  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private CsvRows() {}

  static String write(Collection<KnowledgeEntry> entries, Function<String, Optional<Usage>> usage) {
    List<String> keys =
        Stream.concat(EntryFields.KEYS.stream(), EntryFields.FOLLOWS_FROM_USE.stream())
            .filter(key -> !key.equals(EntryFields.REPLACES))
            .toList();
    StringWriter text = new StringWriter();
    try (SequenceWriter rows = CSV.writer().writeValues(text)) {
      rows.write(keys);
      for (KnowledgeEntry entry : entries) {
        Map<String, List<String>> fields = EntryTree.fields(entry);
        usage.apply(entry.id()).map(EntryTree::use).ifPresent(fields::putAll);
        rows.write(
            keys.stream().map(key -> cell(key, fields.getOrDefault(key, List.of()))).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing rows in memory failed", e);
    }
    return text.toString();
  }

  private static String cell(String key, List<String> texts) {
    return EntryTree.isList(key)
        ? texts.stream()
            .map(text -> text.replace("|", BAR_IN_TEXT))
            .collect(Collectors.joining(BETWEEN))
        : String.join("", texts);
  }

  /// The rows below the first, each at its line.
  static List<Node> read(Path file, String name, Problems problems) {
    try {
      return switch (Utf8Text.of(Files.readAllBytes(file))) {
        case Utf8Text.Text(String text) -> read(text, name, problems);
        case Utf8Text.NoText none -> {
          problems.add(name, none.line(), none.what(), "Save it as CSV in UTF-8.");
          yield List.of();
        }
      };
    } catch (IOException e) {
      problems.add(
          name,
          0,
          "The file cannot be read (" + e.getClass().getSimpleName() + ").",
          "Put it back.");
      return List.of();
    }
  }

  private static List<Node> read(String text, String name, Problems problems) {
    try (MappingIterator<List<String>> rows = CSV.readerForListOf(String.class).readValues(text)) {
      return rows(rows, name, problems);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problems.add(name, line, "This is no CSV.", "Save it with commas, and quotes around texts.");
    } catch (IOException | RuntimeException e) {
      problems.add(
          name,
          0,
          "The file cannot be read as CSV (" + e.getClass().getSimpleName() + ").",
          "Save it as CSV in UTF-8.");
    }
    return List.of();
  }

  private static List<Node> rows(MappingIterator<List<String>> rows, String name, Problems problems)
      throws IOException {
    List<Node> nodes = new ArrayList<>();
    List<String> keys = List.of();
    while (rows.hasNextValue()) {
      List<String> cells = rows.nextValue();
      int line = Math.max(1, rows.getCurrentLocation().getLineNr() - 1);
      if (keys.isEmpty()) {
        keys = cells.stream().map(cell -> cell.replace(MARK, "").strip()).toList();
        if (!keys.contains("id")) {
          problems.add(
              name, 1, "The first line has no `id`.", "Expected the names of the columns.");
          return List.of();
        }
      } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        nodes.add(row(keys, cells, line));
      }
    }
    return nodes;
  }

  private static Node row(List<String> keys, List<String> cells, int line) {
    Map<String, Node> fields = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i).strip();
      String key = i < keys.size() ? keys.get(i) : "column " + (i + 1);
      if (!cell.isEmpty()) {
        List<String> texts =
            EntryTree.isList(key)
                ? Stream.of(cell.split(BAR))
                    .filter(text -> !text.isEmpty())
                    .map(text -> text.replace(BAR_IN_TEXT, "|"))
                    .toList()
                : List.of(cell);
        fields.put(key, EntryTree.node(key, texts, line));
      }
    }
    return new Node.Mapping(line, fields);
  }
}
