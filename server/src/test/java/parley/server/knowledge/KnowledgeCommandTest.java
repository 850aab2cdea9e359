package parley.server.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.knowledge.KnowledgeBase;

/// What each part of the command says, writes and returns, over a small house's knowledge.
class KnowledgeCommandTest {

  @TempDir private Path home;
  private KnowledgeHouse house;

  @BeforeEach
  void aHouse() throws IOException {
    house = new KnowledgeHouse(home);
  }

  private int run(String... arguments) {
    return house.run(arguments);
  }

  private Path file(String name) {
    return home.resolve(name);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(file(name), text);
  }

  private JsonNode list(String... more) throws IOException {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "list";
    arguments[1] = "--json";
    System.arraycopy(more, 0, arguments, 2, more.length);
    assertEquals(0, run(arguments), house::told);
    return new ObjectMapper().readTree(house.said());
  }

  private static List<String> ids(JsonNode entries) {
    return entries.findValuesAsText("id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"all.csv", "all.json", "all.yaml"})
  void whatIsExportedIsImportedAgainWithoutAChange(String name) {
    String file = file(name).toString();
    assertEquals(0, run("export", file), house::told);
    assertTrue(house.said().contains("4 entries are in " + file), house.said());
    assertEquals(0, run("import", file), house::told);
    assertTrue(house.said().contains("4 entries: 0 taken, 4 the same, 0 refused"), house.said());
    assertFalse(Files.exists(file("config/knowledge/imported.yaml")));
  }

  @ParameterizedTest
  @CsvSource({
    "all.csv,'At seven.\",,,,,,,,1,1.00'",
    "all.json,'\"usage-count\" : 1'",
    "all.yaml,'usage-count: 1\n    success-rate: 1.00'"
  })
  void anExportTellsHowEntriesDidAndAnImportLeavesThatOut(String name, String told)
      throws IOException {
    house.answered("pool", "thanks", Disposition.ANSWERED);
    String file = file(name).toString();
    assertEquals(0, run("export", file), house::told);
    String text = Files.readString(Path.of(file));
    assertTrue(text.contains(told), text);
    assertEquals(0, run("import", file), house::told);
    assertTrue(house.said().contains("0 taken, 4 the same, 0 refused"), house.said());
  }

  @Test
  void anExportIsWrittenWhileTheLogCannotBeRead() throws IOException {
    house.databaseAway();
    assertEquals(0, run("export", file("all.yaml").toString()), house::told);
    assertTrue(house.told().contains("Without how entries did: the database is away"));
    assertFalse(Files.readString(file("all.yaml")).contains("usage-count"));
  }

  @Test
  void aFileThatIsThereIsReplacedOnlyWhenAsked() throws IOException {
    String file = write("all.csv", "mine").toString();
    assertEquals(1, run("export", file));
    assertTrue(house.told().contains("all.csv is there already; --again replaces it."));
    assertEquals("mine", Files.readString(Path.of(file)));
    assertEquals(0, run("export", file, "--again"), house::told);
    assertTrue(Files.readString(Path.of(file)).contains("pool"));
  }

  @ParameterizedTest
  @CsvSource({"export", "import"})
  void anUnknownEndingIsTold(String part) {
    assertEquals(1, run(part, file("all.xml").toString()));
    assertTrue(house.told().contains("expected .yaml, .json or .csv"), house.told());
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    assertEquals(1, run("export", file("nowhere/all.csv").toString()));
    assertTrue(house.told().contains("cannot be written (NoSuchFileException)"), house.told());
  }

  @Test
  void anImportSaysOfEachLineWhatBecameOfItAndRefusesTheBadOnesOnly() throws IOException {
    Path file =
        write(
            "more.csv",
            """
            id,question,answer
            sauna,When is the sauna hot?,From noon.
            pool,When does the pool open?,At six.
            Bad Id,What?,That.
            """);
    assertEquals(1, run("import", file.toString(), "--dry-run"));
    assertFalse(Files.exists(file("config/knowledge/imported.yaml")));
    assertTrue(house.said().contains("3 entries: 2 would be taken"), house.said());

    assertEquals(1, run("import", file.toString()));
    assertTrue(house.said().contains("more.csv:2  sauna  added"), house.said());
    assertTrue(house.said().contains("more.csv:3  pool  changed"), house.said());
    assertTrue(house.said().contains("more.csv:4  Bad Id  refused: "), house.said());
    assertEquals("At six.", house.knowledge().find("pool").orElseThrow().answer());
  }

  @Test
  void aFileOfNothingIsAProblemWithItsPlace() throws IOException {
    assertEquals(2, run("import", write("none.json", "{}").toString()));
    assertTrue(house.told().contains("none.json:1: `entries` is missing."), house.told());
  }

  @Test
  void brokenKnowledgeIsToldByEveryPart() throws IOException {
    Files.writeString(file("config/knowledge/house.yaml"), "category: house\nentries: [");
    for (String part : List.of("list", "check", "export")) {
      String[] arguments =
          part.equals("export")
              ? new String[] {part, file("all.csv").toString()}
              : new String[] {part};
      assertTrue(run(arguments) > 0, part);
      assertTrue(house.told().contains("config/knowledge/house.yaml"), part + house.told());
    }
  }

  @Test
  void theCheckPointsOutWhatContradicts() {
    assertEquals(0, run("check", "--words-only"), house::told);
    assertTrue(house.said().contains("May contradict each other"), house.said());
    assertTrue(house.said().contains("config/knowledge/house.yaml:"), house.said());
  }

  @Test
  void theListTellsWhereAnEntryStandsAndWhetherItHolds() throws IOException {
    JsonNode list = list();
    assertEquals(List.of("pool", "bar", "pool-hours", "skating"), ids(list));
    assertEquals("config/knowledge/house.yaml:3", list.get(0).get("place").asText());
    assertEquals("on", list.get(0).get("state").asText());
    assertEquals("off", list.get(1).get("state").asText());
    assertEquals("ended", list.get(3).get("state").asText());
    assertEquals("2026-02-28", list.get(3).get("valid_until").asText());
    assertEquals("fr", list.get(3).get("language").asText());
    assertEquals(0, list.get(0).get("usage_count").asInt());
    assertTrue(list.get(0).get("success_rate").isNull());
    assertTrue(list.get(0).get("last_used").isNull());
  }

  @Test
  void theListTellsHowEntriesDid() throws IOException {
    house.answered("pool", "thanks", Disposition.ANSWERED);
    house.answered("pool", "person", Disposition.HANDED_OVER);
    assertEquals(0, run("list"), house::told);
    String line = house.said().lines().filter(row -> row.startsWith("pool ")).findFirst().get();
    assertTrue(line.matches("pool +on +2 +50% of 2 +2026-05-04 .*house.yaml:3"), line);
    JsonNode pool = list().get(0);
    assertEquals(2, pool.get("usage_count").asInt());
    assertEquals(0.5, pool.get("success_rate").asDouble());
    assertEquals(List.of("bar", "pool-hours", "skating"), ids(list("--unused")));
    assertEquals(List.of(), ids(list("--weak")));
    for (int i = 0; i < 3; i++) {
      house.answered("pool", "person", Disposition.HANDED_OVER);
    }
    assertEquals(List.of("pool"), ids(list("--weak")));
  }

  @Test
  void withoutTheLogEntriesAreListedButNotJudged() throws IOException {
    house.databaseAway();
    JsonNode list = list();
    assertEquals(4, list.size());
    assertFalse(list.get(0).has("usage_count"));
    assertTrue(house.told().contains("How entries did is not known: "), house.told());
    assertEquals(1, run("list", "--unused"));
  }

  @Test
  void feedbackIsKeptAndCounts() throws IOException {
    assertEquals(0, run("feedback", "pool", "--bad", "--by", "Ann"), house::told);
    assertEquals("Kept: pool is no good answer\n", house.said());
    assertEquals("Ann", house.feedback().getFirst().by());
    assertEquals(0.0, list().get(0).get("success_rate").asDouble(-1));
    assertEquals(0, list().get(0).get("usage_count").asInt());
  }

  @Test
  void feedbackOnACallMustBeOnAnAnswerInIt() {
    String call = house.answered("pool", "thanks", Disposition.ANSWERED).toString();
    assertEquals(0, run("feedback", "pool", "--bad", "--call", call), house::told);
    assertEquals(1, run("feedback", "pool-hours", "--bad", "--call", call));
    assertTrue(house.told().contains("`pool-hours` was no answer in that call"), house.told());
    assertEquals(1, house.feedback().size());
  }

  @ParameterizedTest
  @CsvSource({
    "pool, 2, --good",
    "pool --good --bad, 2, --good",
    "poool --good, 1, did you mean `pool`",
    "pool --good --by <ann>, 1, --by is no name",
  })
  void feedbackThatSaysTooLittleOrTooMuchIsTold(String said, int code, String told) {
    assertEquals(code, run(("feedback " + said).split(" ")));
    assertTrue(house.told().contains(told), house.told());
    assertEquals(List.of(), house.feedback());
  }

  @Test
  void draftsAreWrittenForAPersonAndAreNotInUse() throws IOException {
    house.asked("until what hour may one swim", "pool");
    house.asked("is my brother Quentin Delacroix in the pool", "pool");
    house.notUnderstood("does the pool open before breakfast");
    Path file = file("drafts.yaml");
    assertEquals(0, run("generate", "pool", "--out", file.toString()), house::told);
    String text = Files.readString(file);
    assertTrue(text.contains("until what hour may one swim\" # a caller said it"), text);
    assertTrue(text.contains("before breakfast\" # a caller said it and was not understood"), text);
    assertTrue(text.contains("made by a pattern"), text);
    assertFalse(text.contains("quentin"), text);
    assertTrue(house.said().contains("None is in use"), house.said());
    assertEquals(List.of("is the pool open"), house.knowledge().find("pool").orElseThrow().also());

    assertEquals(2, run("import", file.toString()));
    assertTrue(house.told().contains("Nobody has looked through these drafts"), house.told());

    write("drafts.yaml", text.replace("reviewed: false", "reviewed: true"));
    assertEquals(0, run("import", file.toString()), house::told);
    KnowledgeBase now = house.knowledge();
    List<String> also = now.find("pool").orElseThrow().also();
    assertEquals("is the pool open", also.getFirst());
    assertTrue(also.contains("until what hour may one swim"), also.toString());
    assertEquals("At seven.", now.find("pool").orElseThrow().answer());
  }

  @ParameterizedTest
  @CsvSource({
    "'', Name entries or give --all",
    "pool --all, Name entries or give --all",
    "pol, did you mean `pool`",
    "pool --most 0, --most is 0; allowed is 1 to 50",
    "pool --days 0, --days is 0; allowed is 1 to 3650",
    "pool --out drafts.txt, expected .yaml",
  })
  void whatCannotBeDraftedIsTold(String said, String told) {
    assertEquals(1, run(("generate " + said).strip().split(" ")));
    assertTrue(house.told().contains(told), house.told());
  }

  @Test
  void draftsOverwriteNothing() throws IOException {
    Path file = write("drafts.yaml", "mine");
    assertEquals(1, run("generate", "--all", "--out", file.toString()));
    assertEquals("mine", Files.readString(file));
    assertTrue(house.told().contains("is there already"), house.told());
  }
}
