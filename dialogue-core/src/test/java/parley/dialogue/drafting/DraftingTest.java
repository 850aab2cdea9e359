package parley.dialogue.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.call.CallId;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.drafting.Draft.Kind;
import parley.dialogue.drafting.Draft.Origin;
import parley.dialogue.ending.Calls;
import parley.dialogue.files.Problems;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.Standing;
import parley.dialogue.language.LanguageGuess;
import parley.dialogue.llm.Scribe;
import parley.dialogue.llm.chat.FailureReason;
import parley.dialogue.usage.Exchange;

/// Drafts for the entries of a small house, searched by words.
class DraftingTest {

  private static final KnowledgeEntry POOL =
      entry("pool", "When does the pool open?", List.of("is the pool open"), "At 7 o'clock.");
  private static final KnowledgeBase HOUSE =
      new KnowledgeBase(
          List.of(
              POOL,
              entry("bar", "When does the bar close?", List.of("is the bar open"), "At ten."),
              new KnowledgeEntry(
                  "patinoire",
                  "house",
                  "Quand ouvre la patinoire?",
                  List.of(),
                  List.of(),
                  "À midi.",
                  Standing.in("fr"))));

  private static KnowledgeEntry entry(
      String id, String question, List<String> also, String answer) {
    return new KnowledgeEntry(id, "house", question, also, List.of(), answer);
  }

  private static final String ENGLISH =
      """
      forms:
        - said: when does the _ open
          also: [at what hour does the _ open, what about the bar]
        - said: is * open
          also: [may one go into * now]
      alike:
        - words: [pool, baths]
        - words: [open, start serving drinks]
      """;

  @TempDir private Path home;
  private final CallersWords callers = new CallersWords();

  private Forms forms(String text) throws IOException {
    Files.createDirectories(home.resolve("config/drafting"));
    Files.writeString(home.resolve("config/drafting/en.yaml"), text);
    Problems problems = new Problems();
    Forms forms = Forms.read(home, "en", problems);
    problems.throwIfAny();
    return forms;
  }

  private Drafts drafts(KnowledgeEntry entry, Optional<ModelDrafts> model, int most)
      throws IOException, InterruptedException {
    Forms english = forms(ENGLISH);
    try (Neighbours neighbours = new Neighbours(HOUSE, Optional.empty())) {
      return new Drafter(
              neighbours, code -> code.equals("en") ? english : Forms.NONE, callers, model, most)
          .of(entry, "en");
    }
  }

  private static List<String> texts(Drafts drafts, Kind kind) {
    return drafts.of(kind).stream().map(Draft::text).toList();
  }

  private static List<String> questions(Drafts drafts, Origin origin) {
    return drafts.of(Kind.QUESTION).stream()
        .filter(draft -> draft.origin() == origin)
        .map(Draft::text)
        .toList();
  }

  private void call(Calls calls, Disposition ended) {
    var detail = calls.ended(Outcome.COMPLETED);
    callers.add(
        new Exchange(
            CallId.random(), detail.turns(), new Exchange.Ending(ended, ended.resolved())));
  }

  @Test
  void patternsSayTheSameInOtherWords() throws Exception {
    Drafts drafts = drafts(POOL, Optional.empty(), 8);
    List<String> made = questions(drafts, Origin.FORM);
    assertTrue(made.contains("at what hour does the pool open"), made.toString());
    assertTrue(made.contains("may one go into the pool now"), made.toString());
    assertFalse(made.contains("when does the pool open"), made.toString());
    assertEquals(List.of("baths"), texts(drafts, Kind.KEYWORD));
  }

  @Test
  void aDraftThatFindsAnotherEntryIsLeftOutAndCounted() throws Exception {
    Drafts drafts = drafts(POOL, Optional.empty(), 8);
    assertFalse(texts(drafts, Kind.QUESTION).contains("what about the bar"));
    assertTrue(
        drafts.dropped().keySet().stream().anyMatch(why -> why.contains("bar")),
        drafts.dropped().toString());
  }

  @Test
  void noMoreAreKeptThanWereWanted() throws Exception {
    assertEquals(1, drafts(POOL, Optional.empty(), 1).of(Kind.QUESTION).size());
  }

  @Test
  void aLanguageWithoutPatternsGetsNoneOfThem() throws Exception {
    KnowledgeEntry french = HOUSE.find("patinoire").orElseThrow();
    assertEquals(List.of(), drafts(french, Optional.empty(), 8).kept());
  }

  @Test
  void whatCallersSaidComesFirstAndOnlyWhereItHelped() throws Exception {
    call(
        new Calls()
            .customer("how early may one swim in the pool", "pool")
            .parley("At seven.", "pool")
            .customer("thanks", "thanks"),
        Disposition.ANSWERED);
    call(
        new Calls()
            .customer("is the pool warm enough to swim", "pool")
            .parley("At seven.", "pool")
            .customer("no let me talk to somebody", "person"),
        Disposition.HANDED_OVER);
    call(
        new Calls()
            .customer("could my kids jump into the pool", "pool?")
            .parley("Do you mean: when does the pool open?")
            .customer("yes", "yes")
            .parley("At seven.", "pool"),
        Disposition.ANSWERED);
    Drafts drafts = drafts(POOL, Optional.empty(), 8);
    assertEquals(
        List.of("how early may one swim in the pool", "could my kids jump into the pool"),
        questions(drafts, Origin.CALLER).stream()
            .sorted(java.util.Comparator.reverseOrder())
            .toList());
  }

  @Test
  void whatWasNotUnderstoodGoesToTheNearestEntry() throws Exception {
    call(
        new Calls().customer("pool open before breakfast", "not-understood"),
        Disposition.NOT_ANSWERED);
    assertEquals(
        List.of("pool open before breakfast"),
        questions(drafts(POOL, Optional.empty(), 8), Origin.UNANSWERED));
    KnowledgeEntry bar = HOUSE.find("bar").orElseThrow();
    assertEquals(List.of(), questions(drafts(bar, Optional.empty(), 8), Origin.UNANSWERED));
  }

  @Test
  void personalDataIsInNoDraft() throws Exception {
    for (String said :
        List.of(
            "is the pool open call me on 030 1234567",
            "my name is Priya Raghunathan is the pool open",
            "is the pool open my mail is a mail address")) {
      call(
          new Calls()
              .customer(said, "pool")
              .parley("At seven.", "pool")
              .customer("thanks", "thanks"),
          Disposition.ANSWERED);
    }
    assertEquals(List.of(), questions(drafts(POOL, Optional.empty(), 8), Origin.CALLER));
  }

  private static Optional<ModelDrafts> model(String reply) {
    return Optional.of(
        new ModelDrafts((_, _) -> new Scribe.Written(reply), _ -> LanguageGuess.NONE));
  }

  @Test
  void theModelsDraftsAreChecked() throws Exception {
    Drafts drafts =
        drafts(
            POOL,
            model(
                """
                ```json
                {"questions": ["From when may people swim in the pool?", "Does the pool open at 9:30?",
                 "When does the POOL open", "is the bar open", "pool"],
                 "keywords": ["swimming", "the pool", "pool"]}
                ```\
                """),
            8);
    assertEquals(List.of("from when may people swim in the pool"), questions(drafts, Origin.MODEL));
    assertEquals(List.of("swimming", "baths"), texts(drafts, Kind.KEYWORD));
    assertTrue(
        drafts.dropped().keySet().stream().anyMatch(why -> why.contains("UNGROUNDED_TIME")),
        drafts.dropped().toString());
    assertFalse(texts(drafts, Kind.QUESTION).contains("is the bar open"));
    assertTrue(drafts.dropped().containsKey("nearly asks what bar is asked"));
    assertEquals(2, drafts.dropped().get("no new word"));
  }

  @Test
  void anotherLanguageIsLeftOut() throws Exception {
    ModelDrafts model =
        new ModelDrafts(
            (_, _) -> new Scribe.Written("{\"questions\": [\"ist das pool bad offen bitte\"]}"),
            _ -> new LanguageGuess(Optional.of("de"), 0.9, LanguageGuess.Weight.SIGN));
    Drafts drafts = drafts(POOL, Optional.of(model), 8);
    assertEquals(List.of(), questions(drafts, Origin.MODEL));
    assertEquals(1, drafts.dropped().get("in another language"));
  }

  @Test
  void withoutTheModelsHelpThereAreDraftsAllTheSame() throws Exception {
    ModelDrafts away =
        new ModelDrafts(
            (_, _) -> new Scribe.NotWritten(FailureReason.TIMED_OUT, "not finished"),
            _ -> LanguageGuess.NONE);
    Drafts drafts = drafts(POOL, Optional.of(away), 8);
    assertEquals(
        List.of("The language model wrote nothing: TIMED_OUT, not finished"), drafts.notes());
    assertFalse(questions(drafts, Origin.FORM).isEmpty());
    assertEquals(1, drafts(POOL, model("I would rather not."), 8).notes().size());
  }

  @Test
  void aPatternThatCannotBeFilledIsAProblemWithItsLine() {
    try {
      Forms _ = forms("forms:\n  - said: where is it\n    also: [where is *]\nalike: []\n");
    } catch (IOException | RuntimeException e) {
      assertTrue(
          String.valueOf(e.getMessage()).contains("config/drafting/en.yaml:2"), e.toString());
      return;
    }
    fail("the form was taken");
  }
}
