package parley.dialogue.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.KnowledgeIndex;
import parley.dialogue.knowledge.Nearness;
import parley.dialogue.knowledge.Semantics;

/// What stands near to a text in the knowledge: which entry it finds, and how near the wordings of
/// this and of other entries are. Thread: any.
public final class Neighbours implements AutoCloseable {

  private final KnowledgeBase base;
  private final KnowledgeIndex index;
  private final Nearness nearness;

  /// @param semantics without them words in common count
  public Neighbours(KnowledgeBase base, Optional<Semantics> semantics) {
    this.base = base;
    this.index = new KnowledgeIndex(base, semantics);
    this.nearness = new Nearness(semantics);
  }

  boolean byMeaning() {
    return nearness.byMeaning();
  }

  Optional<Candidate> found(String text) {
    return index.search(text, 1).stream().findFirst();
  }

  double between(String one, String other) {
    return nearness.to(one).applyAsDouble(other);
  }

  /// To the nearest wording of an entry.
  double to(KnowledgeEntry entry, String text) {
    return nearest(entry, nearness.to(text));
  }

  private static double nearest(KnowledgeEntry entry, ToDoubleFunction<String> near) {
    return entry.variants().mapToDouble(near).max().orElse(0);
  }

  /// The other entry with the nearest wording.
  ///
  /// @param near how near it is
  record Other(String entry, double near) {}

  Other beside(KnowledgeEntry entry, String text) {
    ToDoubleFunction<String> near = nearness.to(text);
    List<Other> others = new ArrayList<>();
    others.add(new Other("", 0));
    base.entries().stream()
        .filter(other -> !other.id().equals(entry.id()))
        .forEach(other -> others.add(new Other(other.id(), nearest(other, near))));
    return others.stream().max(Comparator.comparingDouble(Other::near)).orElseThrow();
  }

  List<KnowledgeEntry> entries() {
    return base.entries();
  }

  @Override
  public void close() {
    index.close();
  }
}
