package parley.dialogue.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a filter lets through, by words and by vectors.
class FilteredSearchTest {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  enum By {
    WORDS,
    VECTORS,
    BOTH
  }

  private static KnowledgeEntry entry(String id, String category, Standing standing) {
    return new KnowledgeEntry(
        id,
        category,
        "when is the pool open " + id,
        List.of("pool hours"),
        List.of(),
        "",
        standing);
  }

  private static Standing holding(LocalDate from, LocalDate until) {
    return new Standing("", from, until, LocalDate.MIN, true);
  }

  private static final KnowledgeBase BASE =
      new KnowledgeBase(
          List.of(
              entry("always", "pool", Standing.ALWAYS),
              entry("past", "pool", holding(LocalDate.MIN, DAY.minusDays(1))),
              entry("coming", "pool", holding(DAY.plusDays(1), LocalDate.MAX)),
              entry("today", "pool", holding(DAY, DAY)),
              entry("german", "pool", new Standing("de", LocalDate.MIN, LocalDate.MAX, DAY, true)),
              entry("other", "garden", Standing.ALWAYS),
              entry(
                  "draft",
                  "pool",
                  new Standing("", LocalDate.MIN, LocalDate.MAX, LocalDate.MIN, false))));

  private static Set<String> found(By by, Filter filter) {
    WordVectors model = new WordVectors();
    Semantics full = Semantics.of(model, model, List.of());
    Optional<Semantics> semantics =
        switch (by) {
          case WORDS -> Optional.empty();
          case VECTORS -> Optional.of(full.alone());
          case BOTH -> Optional.of(full);
        };
    try (KnowledgeIndex index = new KnowledgeIndex(BASE, semantics)) {
      return index.search("pool open", 20, filter).stream()
          .map(candidate -> candidate.entry().id())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void withoutAFilterAllIsFoundButWhatIsNotActive(By by) {
    assertEquals(
        Set.of("always", "past", "coming", "today", "german", "other"), found(by, Filter.NONE));
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void onADayOnlyWhatHoldsIsFoundFirstAndLastDayIncluded(By by) {
    assertEquals(Set.of("always", "today", "german", "other"), found(by, Filter.NONE.on(DAY)));
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void entriesOfOtherLanguagesAreNotFound(By by) {
    assertEquals(
        Set.of("always", "past", "coming", "today", "other"), found(by, Filter.NONE.in("en")));
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void aCategoryAndWhatIsSwitchedOffNarrowItTogether(By by) {
    Filter filter = Filter.NONE.about("pool").on(DAY).without(Set.of("today", "german"));
    assertEquals(Set.of("always"), found(by, filter));
  }

  @Test
  void betweenEqualsTheFresherWins() {
    KnowledgeEntry old =
        new KnowledgeEntry("a-old", "", "pool hours", List.of(), List.of(), "", updated(900));
    KnowledgeEntry fresh =
        new KnowledgeEntry("b-fresh", "", "pool hours", List.of(), List.of(), "", updated(3));
    WordVectors model = new WordVectors();
    try (KnowledgeIndex index =
        new KnowledgeIndex(
            new KnowledgeBase(List.of(old, fresh)),
            Optional.of(Semantics.of(model, model, List.of())))) {
      assertEquals(fresh, index.search("pool hours", 1, Filter.NONE.on(DAY)).getFirst().entry());
      assertEquals(old, index.search("pool hours", 1).getFirst().entry());
    }
  }

  private static Standing updated(int daysAgo) {
    return new Standing("", LocalDate.MIN, LocalDate.MAX, DAY.minusDays(daysAgo), true);
  }
}
