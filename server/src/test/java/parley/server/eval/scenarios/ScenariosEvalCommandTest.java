package parley.server.eval.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.files.BadFilesException;
import parley.server.eval.EvalCommand;
import parley.speech.audio.Pcm;
import parley.speech.audio.WavFile;
import picocli.CommandLine;

/// The command on small scenarios, with the shipped configuration and words alone.
class ScenariosEvalCommandTest {
  private static final String GOOD =
      """
      scenarios:
        - name: order-by-keypad
          turns:
            - says: look up my order
              expect: {understood: flow-order-status, contains: [number of your order], not: [end]}
            - presses: "47110#"
              expect: {contains: ["4 7 1 1 0"]}
            - says: "yes"
              service: {found: {state: shipped, arrives: "2026-03-05"}}
              expect: {actions: [ask-service], sent: {order: "47110"}, contains: [on its way]}
        - name: nothing-set
          services: false
          turns:
            - says: how do i cancel my order
              expect: {understood: cancel-order, cites: [cancel-order], rule: "", within-ms: 60000}
            - silent: 1
              expect: {actions: [say]}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Exception> thrown = new ArrayList<>();

  private int run(String... more) {
    CommandLine command =
        EvalCommand.of(
            List.of(
                new ScenariosEvalCommand(
                    WordsAlone.HOME, () -> "en", WordsAlone::parts, NoSound.BY_VOICE)));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    command.setExecutionExceptionHandler((failed, _, _) -> {
      thrown.add(failed);
      return 2;
    });
    String[] all = new String[more.length + 2];
    all[0] = "scenarios";
    all[1] = folder.toString();
    System.arraycopy(more, 0, all, 2, more.length);
    return command.execute(all);
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), text);
  }

  @Test
  void whatIsAsExpectedPasses() throws IOException {
    write(GOOD.replace("\"4 7 1 1 0\"", "Is that right"));
    Path junit = folder.resolve("junit.xml");
    assertEquals(0, run("--json", "--junit", junit.toString()), out + "" + err);
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertEquals(2, report.get("scenarios").asInt());
    assertEquals(0, report.get("failed").asInt());
    String xml = Files.readString(junit);
    assertTrue(xml.contains("<testsuite name=\"scenarios\" tests=\"2\" failures=\"0\">"), xml);
    assertTrue(xml.contains("name=\"order-by-keypad\""), xml);
  }

  @Test
  void everyExpectationThatDoesNotHoldIsNamedWithItsLine() throws IOException {
    write(
        """
        scenarios:
          - name: wrong
            turns:
              - says: how do i cancel my order
                expect:
                  understood: goodbye
                  rule: fraud
                  cites: [order-status]
                  contains: [pineapple & <cherry>]
                  absent: [in the app]
                  actions: [callback]
                  not: [say]
        """);
    Path junit = folder.resolve("junit.xml");
    assertEquals(1, run("--junit", junit.toString()));
    for (String fault :
        List.of(
            "understood: expected goodbye, was cancel-order",
            "rule: expected fraud, was ",
            "not cited: order-status, but [cancel-order]",
            "not said: pineapple",
            "said: in the app",
            "not done: callback",
            "done: say")) {
      assertTrue(out.toString().contains(fault), fault + " is not in " + out);
    }
    assertTrue(out.toString().contains("a.yaml:4 (says how do i cancel my order)"), out.toString());
    assertTrue(out.toString().contains("1 scenarios, 1 failed"), out.toString());
    String xml = Files.readString(junit);
    assertTrue(xml.contains("pineapple &amp; &lt;cherry>"), xml);
    assertFalse(xml.contains("<cherry"), xml);
  }

  @Test
  void mistakesInTheFilesAreToldAllAtOnce() throws IOException {
    write(
        """
        scenarios:
          - name: a
            turns:
              - says: hello
                mumbles: hello
              - presses: 12a
                expect: {actions: [callbak], undrestood: x}
              - hand-over: BUSY
                service: [maybe]
          - name: a
            turns: []
        """);
    assertEquals(2, run(), out.toString());
    String told =
        assertInstanceOf(BadFilesException.class, thrown.getFirst()).problems().toString();
    for (String fault :
        List.of(
            "The turn does says and mumbles.",
            "`presses` is `12a`.",
            "There is no action `callbak`. Expected `callback`?",
            "Unknown key `undrestood`.",
            "`hand-over` is `BUSY`.",
            "`service` is no answer of a service.",
            "The scenario `a` is also at")) {
      assertTrue(told.contains(fault), fault + " is not in " + told);
    }
  }

  @Test
  void aFolderWithoutScenariosIsOneSentence() {
    assertEquals(1, run());
    assertTrue(err.toString().contains("holds no scenario; expected *.yaml files"), err.toString());
  }

  @Test
  void onlyThoseAreChosenWhoseNameHoldsTheText() throws IOException {
    write(GOOD.replace("4 7 1 1 0", "Is that right"));
    assertEquals(0, run("--only", "nothing"), out + "" + err);
    assertTrue(out.toString().endsWith("1 scenarios, 0 failed" + System.lineSeparator()));
    assertTrue(out.toString().contains("passed  nothing-set"), out.toString());
    assertEquals(1, run("--only", "pineapple"));
    assertTrue(err.toString().contains("has `pineapple` in its name"), err.toString());
  }

  @Test
  void voiceNeedsARunningParley() throws IOException {
    write(GOOD);
    assertEquals(1, run("--voice"));
    assertEquals(
        "parley: Parley is not running: start it with `./parley up`.", err.toString().strip());
    assertEquals("", out.toString());
  }

  @Test
  void aRecordingThatIsNoneIsToldWithItsLine() throws IOException {
    Files.writeString(folder.resolve("text.wav"), "not a sound");
    WavFile.write(folder.resolve("silent.wav"), new Pcm(new short[0], 8000));
    WavFile.write(folder.resolve("long.wav"), new Pcm(new short[61 * 8000], 8000));
    write(
        """
        scenarios:
          - name: recordings
            turns:
              - plays: missing.wav
              - plays: text.wav
              - plays: silent.wav
              - plays: long.wav
        """);
    assertEquals(2, run(), out.toString());
    String told =
        assertInstanceOf(BadFilesException.class, thrown.getFirst()).problems().toString();
    for (String fault :
        List.of(
            "there is no such file",
            "found no RIFF/WAVE header",
            "which holds no sound",
            "which holds more than 60 s",
            "a.yaml:4:",
            "a.yaml:5:",
            "a.yaml:6:",
            "a.yaml:7:")) {
      assertTrue(told.contains(fault), fault + " is not in " + told);
    }
  }
}
