package parley.dialogue.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Typed access to one mapping of a file. What is missing or of the wrong kind becomes a problem
/// and a harmless stand-in, so that the rest is checked too.
public final class Fields {

  private final String file;
  private final Node.Mapping mapping;
  private final Problems problems;
  private final boolean broken;

  public Fields(String file, Node.Mapping mapping, Problems problems) {
    this(file, mapping, problems, false);
  }

  Fields(String file, Node.Mapping mapping, Problems problems, boolean broken) {
    this.file = file;
    this.mapping = mapping;
    this.problems = problems;
    this.broken = broken;
  }

  /// Whether the file could not be read at all, which has been told already.
  public boolean broken() {
    return broken;
  }

  public String file() {
    return file;
  }

  public int line() {
    return mapping.line();
  }

  public int line(String key) {
    Node node = mapping.fields().get(key);
    return node == null ? mapping.line() : node.line();
  }

  public Map<String, Node> all() {
    return mapping.fields();
  }

  public boolean has(String key) {
    return mapping.fields().containsKey(key);
  }

  public void problem(int line, String what, String remedy) {
    problems.add(file, line, what, remedy);
  }

  /// Tells every key that is not one of `known`, with the nearest known one.
  public void allowOnly(Set<String> known) {
    mapping
        .fields()
        .forEach((key, node) -> {
          if (!known.contains(key)) {
            problem(node.line(), "Unknown key `" + key + "`.", "Expected " + near(key, known));
          }
        });
  }

  /// A text that must be there.
  public String text(String key) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty() && !(mapping.fields().get(key) instanceof Node.Mapping)) {
      missing(key, "a text");
    }
    return text.orElse("");
  }

  /// A text that may be missing; an empty one counts as missing.
  public Optional<String> optionalText(String key) {
    return switch (mapping.fields().get(key)) {
      case null -> Optional.empty();
      case Node.Scalar(_, String text) -> text.isEmpty() ? Optional.empty() : Optional.of(text);
      case Node other -> {
        wrongKind(key, other, "one text");
        yield Optional.empty();
      }
    };
  }

  /// A list of texts; one text alone is a list of one. Empty when missing.
  public List<String> texts(String key) {
    return switch (mapping.fields().get(key)) {
      case null -> List.of();
      case Node.Scalar(_, String text) -> text.isEmpty() ? List.of() : List.of(text);
      case Node.Sequence sequence -> texts(key, sequence);
      case Node other -> {
        wrongKind(key, other, "a list of texts");
        yield List.of();
      }
    };
  }

  private List<String> texts(String key, Node.Sequence sequence) {
    List<String> texts = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (item instanceof Node.Scalar(_, String text) && !text.isEmpty()) {
        texts.add(text);
      } else {
        problem(
            item.line(),
            "`" + key + "` holds " + item.kind() + " where a text belongs.",
            "Write the text after the dash, in quotes if it holds a colon.");
      }
    }
    return texts;
  }

  /// A whole number within bounds.
  public int number(String key, int least, int most) {
    return bounded(key, least, most, "a whole number", Integer::valueOf);
  }

  /// A number with or without a fraction, within bounds.
  public double decimal(String key, double least, double most) {
    return bounded(key, least, most, "a number", Double::valueOf);
  }

  private <N extends Comparable<N>> N bounded(
      String key, N least, N most, String kind, Function<String, N> reads) {
    String text = text(key);
    if (text.isEmpty()) {
      return least;
    }
    try {
      N number = reads.apply(text);
      if (number.compareTo(least) >= 0 && number.compareTo(most) <= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    problem(
        line(key),
        "`" + key + "` is `" + text + "`.",
        "Expected " + kind + " from " + least + " to " + most + ".");
    return least;
  }

  public boolean flag(String key, boolean otherwise) {
    return optionalText(key)
        .map(text -> {
          if (!text.equals("true") && !text.equals("false")) {
            problem(line(key), "`" + key + "` is `" + text + "`.", "Expected true or false.");
          }
          return text.equals("true");
        })
        .orElse(otherwise);
  }

  /// A mapping below this one; missing is a problem.
  public Optional<Fields> below(String key) {
    return switch (mapping.fields().get(key)) {
      case null -> {
        missing(key, "a mapping (key: value lines)");
        yield Optional.empty();
      }
      case Node.Mapping below -> Optional.of(new Fields(file, below, problems));
      case Node other -> {
        wrongKind(key, other, "a mapping (key: value lines)");
        yield Optional.empty();
      }
    };
  }

  /// A list of mappings below this one; missing is a problem.
  public List<Fields> list(String key) {
    List<Fields> list = new ArrayList<>();
    switch (mapping.fields().get(key)) {
      case null -> missing(key, "a list");
      case Node.Sequence sequence -> sequence.items().forEach(item -> addItem(key, item, list));
      case Node other -> wrongKind(key, other, "a list");
    }
    return List.copyOf(list);
  }

  private void addItem(String key, Node item, List<Fields> list) {
    if (item instanceof Node.Mapping fields) {
      list.add(new Fields(file, fields, problems));
    } else {
      problem(
          item.line(),
          "`" + key + "` holds " + item.kind() + ".",
          "Expected `- key: value` lines, as in the other items.");
    }
  }

  private void missing(String key, String expected) {
    if (!broken) {
      problem(mapping.line(), "`" + key + "` is missing or empty.", "Expected " + expected + ".");
    }
  }

  private void wrongKind(String key, Node node, String expected) {
    problem(node.line(), "`" + key + "` is " + node.kind() + ".", "Expected " + expected + ".");
  }

  /// The known words, the nearest one first named if it is near.
  public static String near(String word, Collection<String> known) {
    String list = "one of " + String.join(", ", known.stream().sorted().toList()) + ".";
    return known.stream()
        .filter(candidate -> Edits.distance(word, candidate) <= 2)
        .min(
            java.util.Comparator.comparingInt((String candidate) -> Edits.distance(word, candidate))
                .thenComparing(java.util.Comparator.naturalOrder()))
        .map(nearest -> "`" + nearest + "`? It is " + list)
        .orElse(list);
  }
}
