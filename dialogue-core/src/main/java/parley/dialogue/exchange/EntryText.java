package parley.dialogue.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import parley.dialogue.knowledge.EntryFields;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.usage.Usage;

/// Entries as the text of a file. Pure.
public final class EntryText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .build());

  private EntryText() {}

  /// What [KnowledgeImport] reads again without a change.
  ///
  /// @param usage of an entry by its id, where it is known
  public static String of(
      Collection<KnowledgeEntry> entries,
      ExchangeFormat format,
      Function<String, Optional<Usage>> usage) {
    return switch (format) {
      case YAML -> yaml(entries, "exported", Set.of(), usage);
      case JSON -> json(entries, usage);
      case CSV -> CsvRows.write(entries, usage);
    };
  }

  /// A file of the knowledge folder.
  ///
  /// @param category of the file; each entry has its own
  /// @param replacing ids of entries that stand for those of other files
  static String yaml(Collection<KnowledgeEntry> entries, String category, Set<String> replacing) {
    return yaml(entries, category, replacing, _ -> Optional.empty());
  }

  private static String yaml(
      Collection<KnowledgeEntry> entries,
      String category,
      Set<String> replacing,
      Function<String, Optional<Usage>> usage) {
    ObjectNode top = JSON.createObjectNode().put("category", category);
    ArrayNode list = top.putArray("entries");
    for (KnowledgeEntry entry : entries) {
      ObjectNode node = EntryTree.json(entry, usage.apply(entry.id()));
      if (replacing.contains(entry.id())) {
        node.put(EntryFields.REPLACES, true);
      }
      list.add(node);
    }
    return written(YAML, top);
  }

  private static String json(
      Collection<KnowledgeEntry> entries, Function<String, Optional<Usage>> usage) {
    ObjectNode top = JSON.createObjectNode();
    ArrayNode list = top.putArray("entries");
    entries.forEach(entry -> list.add(EntryTree.json(entry, usage.apply(entry.id()))));
    return top.toPrettyString() + "\n";
  }

  private static String written(ObjectMapper mapper, ObjectNode top) {
    try {
      return mapper.writeValueAsString(top);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Writing a tree of texts in memory failed", e);
    }
  }
}
