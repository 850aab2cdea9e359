package parley.dialogue.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.words.Words;

/// Keeps the drafts of questions that are worth a look: each finds its own entry, says something
/// that no wording and no other draft says yet, and does not ask what another entry is asked. One
/// for each entry; one thread.
final class DraftFilter {

  /** Nearer than this to a wording, a draft adds nothing to the search. */
  private static final double SAME = 0.965;

  /** The same between two drafts: a person should not read one thing eight times. */
  private static final double ALIKE = 0.925;

  /** Further away, a draft made by a pattern has mostly lost its sense. */
  private static final double STRANGE = 0.72;

  /** A wording of another entry that is so near stands for the same question. */
  private static final double ANOTHERS = 0.93;

  /** The same three by words in common. */
  private static final double SAME_BY_WORDS = 0.999;

  private static final double STRANGE_BY_WORDS = 0.2;
  private static final double ANOTHERS_BY_WORDS = 0.999;

  /** Of what was not understood: below, any entry is chance. */
  private static final double CHANCE = 0.35;

  private final Neighbours neighbours;
  private final KnowledgeEntry entry;
  private final int most;
  private final List<Draft> kept = new ArrayList<>();
  private final Map<String, Integer> dropped = new LinkedHashMap<>();

  DraftFilter(Neighbours neighbours, KnowledgeEntry entry, int most) {
    this.neighbours = neighbours;
    this.entry = entry;
    this.most = most;
  }

  /// A draft that finds the entry, and how near it is to what the entry has.
  private record Scored(Draft draft, double near) {}

  /// Takes the best of these, those that differ most from what is there first.
  void offer(List<Draft> drafts) {
    List<Scored> left = new ArrayList<>();
    drafts.stream()
        .distinct()
        .forEach(draft -> {
          double near = neighbours.to(entry, draft.text());
          Optional<String> fault = fault(draft, near);
          fault.ifPresent(this::drop);
          if (fault.isEmpty()) {
            left.add(new Scored(draft, near));
          }
        });
    left.sort(Comparator.comparingDouble(Scored::near));
    left.forEach(scored -> take(scored.draft()));
  }

  private void take(Draft draft) {
    boolean said =
        kept.stream().anyMatch(other -> neighbours.between(draft.text(), other.text()) >= alike());
    if (said) {
      drop("like another draft");
    } else if (kept.size() >= most) {
      drop("more than were wanted");
    } else {
      kept.add(draft);
    }
  }

  private Optional<String> fault(Draft draft, double near) {
    Words words = Words.of(draft.text());
    if (near >= same() || entry.variants().anyMatch(said -> Words.of(said).equals(words))) {
      return Optional.of("like a wording that is there");
    }
    Neighbours.Other other = neighbours.beside(entry, draft.text());
    if (other.near() >= (neighbours.byMeaning() ? ANOTHERS : ANOTHERS_BY_WORDS)
        || (neighbours.byMeaning() && other.near() > near)) {
      return Optional.of("nearly asks what " + other.entry() + " is asked");
    }
    Optional<Candidate> found = neighbours.found(draft.text());
    if (found.isEmpty() || !found.get().entry().id().equals(entry.id())) {
      return Optional.of(
          found.map(first -> "finds " + first.entry().id() + " first").orElse("finds nothing"));
    }
    return strange(draft, near, found.get());
  }

  private Optional<String> strange(Draft draft, double near, Candidate found) {
    boolean far =
        switch (draft.origin()) {
          case CALLER -> false;
          case UNANSWERED -> found.confidence().value() < CHANCE;
          case MODEL, FORM, ANSWER -> near < (neighbours.byMeaning() ? STRANGE : STRANGE_BY_WORDS);
        };
    return far ? Optional.of("far from what the entry is asked") : Optional.empty();
  }

  private double same() {
    return neighbours.byMeaning() ? SAME : SAME_BY_WORDS;
  }

  private double alike() {
    return neighbours.byMeaning() ? ALIKE : SAME_BY_WORDS;
  }

  private void drop(String why) {
    dropped.merge(why, 1, Integer::sum);
  }

  List<Draft> kept() {
    return kept;
  }

  Map<String, Integer> dropped() {
    return dropped;
  }
}
