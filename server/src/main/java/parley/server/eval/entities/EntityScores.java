package parley.server.eval.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts which entities were found that were to be found. Thread: one owner.
final class EntityScores {
  private final Map<String, Kind> kinds = new TreeMap<>();
  private final List<Miss> misses = new ArrayList<>();
  private int messages;
  private int empty;
  private int emptyRight;

  /// A message in which something else was found than was wanted.
  record Miss(String text, List<String> wanted, List<String> found) {}

  /// The entities of one kind.
  ///
  /// @param right wanted and found
  record Kind(int wanted, int found, int right) {
    private static final Kind NONE = new Kind(0, 0, 0);

    /// 1 when none was found.
    double precision() {
      return found == 0 ? 1 : (double) right / found;
    }

    /// 1 when none was wanted.
    double recall() {
      return wanted == 0 ? 1 : (double) right / wanted;
    }

    private Kind plus(int moreWanted, int moreFound, int moreRight) {
      return new Kind(wanted + moreWanted, found + moreFound, right + moreRight);
    }
  }

  void add(Message message, List<String> found) {
    messages++;
    boolean exact = found.equals(message.entities());
    if (!exact) {
      misses.add(new Miss(message.text(), message.entities(), found));
    }
    if (message.entities().isEmpty()) {
      empty++;
      emptyRight += exact ? 1 : 0;
    }
    List<String> left = new ArrayList<>(found);
    for (String wanted : message.entities()) {
      count(wanted, 1, 0, left.remove(wanted) ? 1 : 0);
    }
    found.forEach(entity -> count(entity, 0, 1, 0));
  }

  private void count(String entity, int wanted, int found, int right) {
    String kind = entity.substring(0, Math.max(0, entity.indexOf('=')));
    kinds.put(kind, kinds.getOrDefault(kind, Kind.NONE).plus(wanted, found, right));
  }

  int messages() {
    return messages;
  }

  /// Share of the messages of which every entity was found, and no other.
  double exact() {
    return 1 - (double) misses.size() / Math.max(1, messages);
  }

  /// How many messages hold no entity.
  int empty() {
    return empty;
  }

  /// Share of those in which none was found.
  double emptyExact() {
    return empty == 0 ? 1 : (double) emptyRight / empty;
  }

  Map<String, Kind> kinds() {
    return Map.copyOf(kinds);
  }

  /// What was not found as it was wanted, with the most errors first.
  List<Miss> misses() {
    return misses.stream().sorted((a, b) -> Integer.compare(errors(b), errors(a))).toList();
  }

  private static int errors(Miss miss) {
    List<String> extra = new ArrayList<>(miss.found());
    int missed = 0;
    for (String wanted : miss.wanted()) {
      missed += extra.remove(wanted) ? 0 : 1;
    }
    return missed + extra.size();
  }
}
