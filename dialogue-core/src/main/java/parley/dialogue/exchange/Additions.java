package parley.dialogue.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Node;

/// What a file adds to the lists of an entry instead of replacing them, as files of drafts do.
public final class Additions {

  /// Wordings that are added to `also`.
  public static final String ALSO = "add-also";

  /// Words that are added to `keywords`.
  public static final String KEYWORDS = "add-keywords";

  /// At the top of a file: `false` keeps it from being imported.
  public static final String REVIEWED = "reviewed";

  private static final Map<String, String> LISTS = Map.of(ALSO, "also", KEYWORDS, "keywords");

  private Additions() {}

  /// Whether somebody has looked the file through; if not, that is a problem.
  static boolean reviewed(Fields top) {
    boolean reviewed = top.flag(REVIEWED, true);
    if (!reviewed) {
      top.problem(
          top.line(REVIEWED),
          "Nobody has looked through these drafts (`" + REVIEWED + ": false`).",
          "Strike what is wrong, then write `" + REVIEWED + ": true` and import it again.");
    }
    return reviewed;
  }

  /// The keys of an entry with the additions in their lists; what is there already is not added.
  static Map<String, Node> joined(Map<String, Node> fields) {
    Map<String, Node> joined = new LinkedHashMap<>(fields);
    LISTS.forEach((addition, list) -> {
      Node more = joined.remove(addition);
      if (more != null) {
        joined.put(list, both(joined.get(list), more));
      }
    });
    return joined;
  }

  private static Node both(@Nullable Node before, Node more) {
    List<Node> items = new ArrayList<>(items(before));
    for (Node item : items(more)) {
      if (items.stream().noneMatch(there -> same(there, item))) {
        items.add(item);
      }
    }
    return new Node.Sequence(more.line(), items);
  }

  private static boolean same(Node one, Node other) {
    return one instanceof Node.Scalar(_, String text)
        && other instanceof Node.Scalar(_, String otherText)
        && text.equals(otherText);
  }

  private static List<Node> items(@Nullable Node node) {
    return switch (node) {
      case null -> List.of();
      case Node.Sequence(_, List<Node> items) -> items;
      case Node other -> List.of(other);
    };
  }
}
