package parley.dialogue.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.files.Node;
import parley.dialogue.knowledge.EntryFields;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.Standing;
import parley.dialogue.usage.Usage;

/// An entry by its keys, as the files of the knowledge have them; what is as always is left out.
final class EntryTree {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EntryTree() {}

  /// Texts, and lists of texts.
  static Map<String, List<String>> fields(KnowledgeEntry entry) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Standing standing = entry.standing();
    fields.put("id", List.of(entry.id()));
    fields.put("category", List.of(entry.category()));
    fields.put("question", List.of(entry.question()));
    fields.put("also", entry.also());
    fields.put("keywords", entry.keywords());
    fields.put("answer", List.of(entry.answer()));
    fields.put("language", text(standing.language()));
    fields.put("valid-from", day(standing.from(), LocalDate.MIN));
    fields.put("valid-until", day(standing.until(), LocalDate.MAX));
    fields.put("updated", day(standing.updated(), LocalDate.MIN));
    fields.put("active", standing.active() ? List.of() : List.of("false"));
    fields.put("url", entry.reference().page().stream().map(URI::toString).toList());
    fields.put("files", entry.reference().files());
    return fields;
  }

  private static List<String> text(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private static List<String> day(LocalDate day, LocalDate always) {
    return day.equals(always) ? List.of() : List.of(day.toString());
  }

  static boolean isList(String key) {
    return key.equals("also") || key.equals("keywords") || key.equals("files");
  }

  /// How an entry did, in the order of [EntryFields#FOLLOWS_FROM_USE]; a rate that is not known is
  /// left out.
  static Map<String, List<String>> use(Usage usage) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put(EntryFields.FOLLOWS_FROM_USE.getFirst(), List.of(String.valueOf(usage.count())));
    usage
        .successRate()
        .ifPresent(rate ->
            fields.put(
                EntryFields.FOLLOWS_FROM_USE.getLast(),
                List.of(String.format(Locale.ROOT, "%.2f", rate))));
    return fields;
  }

  static ObjectNode json(KnowledgeEntry entry, Optional<Usage> usage) {
    ObjectNode node = json(entry);
    usage
        .map(EntryTree::use)
        .ifPresent(fields ->
            fields.forEach((key, texts) -> node.put(key, new BigDecimal(texts.getFirst()))));
    return node;
  }

  private static ObjectNode json(KnowledgeEntry entry) {
    ObjectNode node = JSON.createObjectNode();
    fields(entry)
        .forEach((key, texts) -> {
          if (isList(key) && !texts.isEmpty()) {
            ArrayNode list = node.putArray(key);
            texts.forEach(list::add);
          } else if (!texts.isEmpty() && key.equals("active")) {
            node.put(key, false);
          } else if (!texts.isEmpty()) {
            node.put(key, texts.getFirst());
          }
        });
    return node;
  }

  /// As a reader of files would have it, at a line.
  static Map<String, Node> nodes(KnowledgeEntry entry, int line) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    fields(entry)
        .forEach((key, texts) -> {
          if (!texts.isEmpty()) {
            nodes.put(key, node(key, texts, line));
          }
        });
    return nodes;
  }

  static Node node(String key, List<String> texts, int line) {
    if (!isList(key)) {
      return new Node.Scalar(line, texts.getFirst());
    }
    List<Node> items = new ArrayList<>();
    texts.forEach(text -> items.add(new Node.Scalar(line, text)));
    return new Node.Sequence(line, items);
  }
}
