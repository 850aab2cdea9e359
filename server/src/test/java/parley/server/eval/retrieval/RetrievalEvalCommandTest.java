package parley.server.eval.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialogue.DialogueParts;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.intents.OnnxSentenceVectors;
import parley.server.eval.EvalCommand;
import picocli.CommandLine;

/// The commands on a few questions.
class RetrievalEvalCommandTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @TempDir private static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command =
        EvalCommand.of(
            List.of(
                new RetrievalEvalCommand(() -> new OnnxSentenceVectors(folder.resolve("native"))),
                new AnswersEvalCommand(_ ->
                    DialogueParts.load(
                        HOME, "en", ConversationSettings.usual("Site", false, "support")))));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  private static Path write(String file, String text) throws IOException {
    return Files.writeString(folder.resolve(file), text);
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }

  private static Path knowledge() throws IOException {
    return write(
        "faq.jsonl",
        """
        {"id":"1","question":"How long does a library loan last?","answer":"Four weeks."}
        {"id":2,"question":"Where can I park my bicycle?","answer":"Behind the building."}

        {"id":"3","question":"Do you lend out films?"}
        """);
  }

  @Test
  void questionsAreAskedOfAnyKnowledge() throws IOException {
    Path questions =
        write(
            "asked.tsv",
            """
            for how many days may i keep the books\t1
            is there a rack for my bike\t2
            can i take movies home\t3
            """);
    String[] arguments = {"retrieval", knowledge().toString(), questions.toString(), "--json"};
    assertEquals(0, run(arguments), err.toString());
    JsonNode report = report();
    assertEquals(3, report.get("questions").asInt());
    assertEquals(1.0, report.get("recall_at_1").asDouble(), out.toString());
    assertEquals(1.0, report.get("recall_at_5").asDouble());
    assertEquals(1.0, report.get("mrr").asDouble());
    assertTrue(report.get("query_ms").get("p95").asDouble() > 0);
  }

  @Test
  void wordsAloneFindOnlyWhatIsShared() throws IOException {
    Path questions = write("words.tsv", "a loan for how long\t1\nis there a rack\t2\n");
    assertEquals(
        0,
        run(
            "retrieval",
            knowledge().toString(),
            questions.toString(),
            "--search",
            "words",
            "--json"),
        err.toString());
    assertEquals(0.5, report().get("recall_at_1").asDouble(), out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "{},'bad.jsonl, line 1: no id or no question'",
    "nothing,'bad.jsonl, line 1 is no JSON'",
    "'',bad.jsonl holds no entry",
  })
  void aKnowledgeThatCannotBeUsedIsExplained(String text, String sentence) throws IOException {
    Path bad = write("bad.jsonl", text);
    Path questions = write("some.tsv", "where\t1\n");
    assertEquals(1, run("retrieval", bad.toString(), questions.toString()));
    assertTrue(err.toString().contains(sentence), err.toString());
    assertEquals("", out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "where\\t9,'bad.tsv, line 1: the knowledge has no entry 9'",
    "where,'bad.tsv, line 1: expected a question, a tab and the id of its entry'",
    "'',bad.tsv holds no question",
  })
  void questionsThatCannotBeUsedAreExplained(String text, String sentence) throws IOException {
    Path questions = write("bad.tsv", text.replace("\\t", "\t"));
    assertEquals(
        1, run("retrieval", knowledge().toString(), questions.toString(), "--search", "words"));
    assertTrue(err.toString().contains(sentence), err.toString());
  }

  @Test
  void aConversationAnswersAsksBackOrDoesNotUnderstand() throws IOException {
    Path questions =
        write(
            "said.tsv",
            "where is my order\torder-status\nmy parcel came to the wrong address and nobody told"
                + " me\tmissing-parcel\nzebras\tpets\n");
    Path others = write("others.txt", "purple elephants dance\n\n");
    assertEquals(
        0,
        run("answers", questions.toString(), "--others", others.toString(), "--json"),
        err.toString());
    JsonNode report = report();
    assertEquals(1 / 3.0, report.get("answered_right").asDouble(), 1e-9);
    assertEquals(1 / 3.0, report.get("asked_back_right").asDouble(), 1e-9);
    assertEquals(1 / 3.0, report.get("not_understood").asDouble(), 1e-9);
    assertEquals(1, report.get("others").asInt());
    assertEquals(1.0, report.get("others_not_understood").asDouble());
  }
}
