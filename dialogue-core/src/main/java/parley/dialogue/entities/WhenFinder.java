package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds days and times and puts those together that belong together: "tomorrow" and "at half past
/// three", "ten in the morning" and "on monday".
final class WhenFinder implements Finder {
  private static final Set<String> BETWEEN =
      Set.of(
          "at", "around", "about", "on", "by", "from", "in", "the", ",", "before", "after", "for",
          "t", "-");
  private static final int MOST_BETWEEN = 2;

  private final DateFinder dates = new DateFinder();
  private final ClockFinder clocks = new ClockFinder();
  private final PartFinder parts = new PartFinder();

  @Override
  public List<Find> find(Tokens tokens, CallerContext context) {
    List<When> pieces = new ArrayList<>();
    dates.find(tokens, context).forEach(find -> pieces.add(When.of(find)));
    clocks.find(tokens).forEach(find -> pieces.add(When.of(find)));
    parts.find(tokens).forEach(find -> pieces.add(When.of(find, context.today())));
    return join(tokens, apart(tokens, pieces)).stream()
        .map(when -> new Find(when.from(), when.to(), when.value(context)))
        .toList();
  }

  /// Of those that share words the longest, in the order of the text.
  private static List<When> apart(Tokens tokens, List<When> pieces) {
    pieces.sort(Comparator.comparingInt((When when) -> when.from() - when.to()));
    BitSet taken = new BitSet(tokens.size());
    List<When> kept = new ArrayList<>();
    for (When when : pieces) {
      if (taken.get(when.from(), when.to()).isEmpty()) {
        taken.set(when.from(), when.to());
        kept.add(when);
      }
    }
    kept.sort(Comparator.comparingInt(When::from));
    return kept;
  }

  private static List<When> join(Tokens tokens, List<When> pieces) {
    List<When> joined = new ArrayList<>();
    for (When piece : pieces) {
      Optional<When> both =
          joined.isEmpty() || !adjacent(tokens, joined.getLast().to(), piece.from())
              ? Optional.empty()
              : joined.getLast().with(piece);
      if (both.isPresent()) {
        joined.removeLast();
      }
      joined.add(both.orElse(piece));
    }
    return joined;
  }

  private static boolean adjacent(Tokens tokens, int end, int start) {
    if (start - end > MOST_BETWEEN) {
      return false;
    }
    for (int i = end; i < start; i++) {
      if (!tokens.is(i, BETWEEN)) {
        return false;
      }
    }
    return true;
  }
}
