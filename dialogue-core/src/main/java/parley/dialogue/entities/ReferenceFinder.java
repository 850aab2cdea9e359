package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.entities.EntityValue.Reference;
import parley.dialogue.entities.IdReader.ReadId;

/// Finds numbers of orders, users and payments: by the noun before them ("order number ..."), by
/// their prefix (PAY-20391), and the shapes 4711-22 and #4711 for the first kind.
final class ReferenceFinder implements Finder {
  private static final Set<String> NAMES =
      Set.of("number", "numbers", "no", "nr", "id", "ids", "code", "reference", "ref", "#", ":");
  private static final Set<String> FILLERS =
      Set.of("is", "it's", "was", "are", ".", "the", "my", "number's");
  private static final Set<String> DASHES = Set.of("dash", "hyphen", "minus", "-");
  private static final int MOST_BETWEEN = 6;
  private static final int LEAST_NAMED = 2;
  private static final int LEAST = 3;

  private final List<ReferenceShape> shapes;
  private final Set<String> prefixes;

  ReferenceFinder(List<ReferenceShape> shapes) {
    this.shapes = List.copyOf(shapes);
    this.prefixes =
        shapes.stream()
            .flatMap(shape -> shape.prefixes().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<Find> find(Tokens tokens, CallerContext context) {
    List<Find> finds = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      for (ReferenceShape shape : shapes) {
        if (shape.named(tokens.word(i))) {
          named(tokens, i, shape, context, finds);
        }
        prefixed(tokens, i, shape).ifPresent(finds::add);
      }
      bare(tokens, i).ifPresent(finds::add);
    }
    return finds;
  }

  private void named(
      Tokens tokens, int i, ReferenceShape shape, CallerContext context, List<Find> finds) {
    int at = i + 1;
    boolean strong = false;
    while (at <= i + MOST_BETWEEN && (tokens.is(at, NAMES) || tokens.is(at, FILLERS))) {
      strong |= tokens.is(at, NAMES);
      at++;
    }
    Optional<ReadId> id = IdReader.read(tokens, at, prefixes);
    while (id.isPresent() && plausible(tokens, id.get(), strong, context)) {
      finds.add(find(shape.kind(), id.get()));
      id = another(tokens, id.get().next());
    }
  }

  /// "orders 4711 and 4712".
  private Optional<ReadId> another(Tokens tokens, int at) {
    boolean linked = tokens.is(at, "and") || tokens.is(at, ",") || tokens.is(at, "or");
    return linked
        ? IdReader.read(tokens, at + 1, prefixes).filter(id -> id.text().length() > LEAST)
        : Optional.empty();
  }

  private static boolean plausible(
      Tokens tokens, ReadId id, boolean strong, CallerContext context) {
    boolean counts =
        Units.singular(tokens.word(id.next())).isPresent()
            || Currencies.isNamedAt(tokens, id.next(), context);
    return id.hasDigit() && id.text().length() >= (strong ? LEAST_NAMED : LEAST) && !counts;
  }

  private Optional<Find> prefixed(Tokens tokens, int i, ReferenceShape shape) {
    for (String prefix : shape.prefixes()) {
      int next = afterPrefix(tokens, i, prefix.toLowerCase(Locale.ROOT));
      boolean capitals = tokens.token(i).text().equals(prefix);
      boolean number =
          tokens.is(next, DASHES)
              || tokens.gluedDigits(next)
              || (capitals && tokens.token(next).isDigits());
      if (next > 0 && number) {
        boolean spaced = !tokens.is(next, DASHES) && !tokens.token(next).glued();
        return IdReader.read(tokens, i, prefixes)
            .filter(id -> id.hasDigit() && id.text().length() > prefix.length())
            .map(id -> spaced ? new ReadId(dashed(id.text(), prefix), id.from(), id.next()) : id)
            .map(id -> find(shape.kind(), id));
      }
    }
    return Optional.empty();
  }

  private static String dashed(String id, String prefix) {
    return prefix + "-" + id.substring(prefix.length());
  }

  /// The token after the prefix, written or spelled; 0 when it is not there.
  private static int afterPrefix(Tokens tokens, int i, String prefix) {
    if (tokens.is(i, prefix)) {
      return i + 1;
    }
    for (int letter = 0; letter < prefix.length(); letter++) {
      if (!tokens.is(i + letter, prefix.substring(letter, letter + 1))) {
        return 0;
      }
    }
    return i + prefix.length();
  }

  /// "#4711" and "4711-22".
  private Optional<Find> bare(Tokens tokens, int i) {
    if (shapes.isEmpty()) {
      return Optional.empty();
    }
    String kind = shapes.getFirst().kind();
    if (tokens.is(i, "#")) {
      return IdReader.read(tokens, i + 1, prefixes)
          .filter(id -> tokens.gluedDigits(i + 1) && id.text().length() >= LEAST)
          .map(id -> find(kind, id));
    }
    boolean starts =
        (tokens.token(i).isDigits() && !tokens.token(i).glued()) || Numerals.isUnit(tokens.word(i));
    return starts && !Numerals.isReadOut(tokens.word(i - 1))
        ? IdReader.read(tokens, i, prefixes)
            .filter(id -> id.text().matches("[0-9]{4}-[0-9]{2}"))
            .map(id -> find(kind, id))
        : Optional.empty();
  }

  private static Find find(String kind, ReadId id) {
    return new Find(id.from(), id.next(), new Reference(kind, id.text()));
  }
}
