package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static parley.speech.recognize.DamagedModel.append;
import static parley.speech.recognize.DamagedModel.cut;
import static parley.speech.recognize.DamagedModel.cutLastByte;
import static parley.speech.recognize.DamagedModel.flip;
import static parley.speech.recognize.DamagedModel.graph;
import static parley.speech.recognize.DamagedModel.replace;
import static parley.speech.recognize.DamagedModel.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.speech.TestFolders;
import parley.speech.recognize.DamagedModel.Damage;

/// Real damages to a copy of the bundled model, tried by the real libvosk: each is one sentence
/// with the reason, and this process lives.
class BrokenModelTest {
  private static final String NETWORK = "am/final.mdl";
  private static final String FRONT_END = "conf/mfcc.conf";
  private static final String SEARCH = "conf/model.conf";
  private static final String SOUNDS = "graph/HCLr.fst";
  private static final String GRAMMAR = "graph/Gr.fst";
  private static final String WORDS = "graph/words.txt";
  private static final String ELF = "\u007fELF\2\1\1\0 and so on, a program";

  @TempDir private Path folder;

  static Stream<Arguments> damages() {
    return Stream.of(
        // seen without libvosk
        row("no bytes", write(NETWORK, ""), "am/final.mdl is empty"),
        row("no options", write(SEARCH, ""), "conf/model.conf is empty"),
        row("a program", write(NETWORK, ELF), "am/final.mdl is not a Kaldi network"),
        row("ONNX", write(NETWORK, "\b\7\22\7pytorch"), "am/final.mdl is not a Kaldi network"),
        row("two bytes", write(SOUNDS, "\u00d6\u00fd"), "graph/HCLr.fst is not an OpenFst"),
        row("a program as graph", write(GRAMMAR, ELF), "graph/Gr.fst is not an OpenFst graph"),
        row("no number", append(FRONT_END, "--sample-frequency=abc"), "frequency=abc, expected"),
        row("too low", append(FRONT_END, "--sample-frequency=4000"), "expected 8000 to 48000"),
        row("nothing", append(FRONT_END, "--sample-frequency=0"), "expected 8000 to 48000"),
        // seen by reading what libvosk takes on trust
        row("look-ahead cut off", cut(SOUNDS, 0.9), "graph/HCLr.fst is damaged: it ends within"),
        row("last byte gone", cutLastByte(SOUNDS), "graph/HCLr.fst is damaged: it ends within"),
        row("half of HCLr", cut(SOUNDS, 0.5), "graph/HCLr.fst is damaged: it ends within"),
        row("half of Gr", cut(GRAMMAR, 0.5), "graph/Gr.fst is damaged: it ends within"),
        row("a huge name", flip(SOUNDS, 5), "graph/HCLr.fst is damaged: it holds a name of"),
        row("half of the words", cut(WORDS, 0.5), "in graph/words.txt is"),
        row("others' words", write(WORDS, "<eps> 0\nhello 1\n"), "in graph/words.txt is 1 (files"),
        row("Latin words", append(WORDS, "caf\u00e9 1"), "words.txt is not text in UTF-8"),
        row("words alone", append(WORDS, "hello"), "line without its number: \"hello\""),
        row("others' Gr", write(GRAMMAR, graph(1, 99_999)), "graph/Gr.fst has a word of number"),
        row("others' HCLr", write(SOUNDS, graph(99_999, 1)), "99999, but the last one in am/"),
        row("Gr as HCLr", replace(SOUNDS, GRAMMAR), "graph/HCLr.fst has a sound of number"),
        // refused by libvosk in the child
        row("half a network", cut(NETWORK, 0.5), "was loaded: \"Failed to read data.\""),
        row("last byte gone", cutLastByte(NETWORK), "loaded: \"Failed to read vector from"),
        row("a wrong token", flip(NETWORK, 24), "it was loaded: \"Expected token \"<Topology>\""),
        row("13 of 40 values", append(FRONT_END, "--num-ceps=13"), "Input feature dimension"),
        row("unknown option", append(FRONT_END, "--no-such=1"), "Invalid option --no-such=1 in"),
        row("no option", append(SEARCH, "hello"), "config file conf/model.conf: line"),
        row("no kinds", write("graph/phones/word_boundary.int", "hello\n"), "word-boundary"),
        // ends of the child
        row(
            "abort",
            append(SEARCH, "--frame-subsampling-factor=0"),
            "(SIGABRT) when it was loaded"),
        row("HCLr as Gr", replace(GRAMMAR, SOUNDS), "(exit code 1) when it heard 8000 Hz"));
  }

  private static Arguments row(String name, Damage damage, String reason) {
    return Arguments.of(name, damage, reason);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("damages")
  void isOneSentenceWithTheReason(String name, Damage damage, String reason) throws IOException {
    Path model = DamagedModel.copy(folder.resolve("en-broken"));
    damage.to(model);
    String sentence = refusal(model);
    assertTrue(sentence.startsWith(model + " is a broken Vosk model: "), sentence);
    assertTrue(sentence.contains(reason), sentence);
    assertTrue(sentence.contains("; expected a whole model"), sentence);
    assertTrue(sentence.contains("; unpack or copy it again"), sentence);
    assertEquals(1, sentence.lines().count(), sentence);
  }

  @Test
  void anUnreadableFileIsAMatterOfPermissions() throws IOException {
    Path model = DamagedModel.copy(folder.resolve("en-locked"));
    Files.setPosixFilePermissions(
        model.resolve(NETWORK), PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(model.resolve(NETWORK)), "Skipped: root may read everything");
    String sentence = refusal(model);
    assertTrue(sentence.contains("am/final.mdl cannot be read"), sentence);
    assertTrue(sentence.endsWith("see to their permissions"), sentence);
  }

  @Test
  void autoTakesTheNextModelAndSaysWhy() throws IOException {
    Path large = folder.resolve("state/models/en-large");
    DamagedModel.copy(large);
    append(SEARCH, "--frame-subsampling-factor=0").to(large);
    ModelChoice choice =
        ModelChoice.choose("auto", TestFolders.home(), folder.resolve("state"), "en");
    assertEquals("the model that comes with Parley", choice.reason());
    assertEquals(1, choice.rejected().size());
    String sentence = choice.rejected().getFirst();
    assertTrue(sentence.startsWith(large + " is a broken Vosk model: libvosk ended"), sentence);
    assertTrue(sentence.contains("Assertion failed"), sentence);
  }

  @Test
  void aCrashOfTheChildIsToldAndLeavesNothingBehind() throws IOException {
    Path model = DamagedModel.copy(folder.resolve("en-crash"));
    write(SOUNDS, graph(99_999_999, 1)).to(model);
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    // Not through ModelTrials, which sees this without a child.
    ModelTrials.Ended ended =
        new TrialProcess(Duration.ofMinutes(1), temporary).run(ModelFolder.at(model));
    String fault = new TrialOutput(ended, model).fault().orElseThrow();
    // With which vocabulary first depends on what lies behind the network's table in memory.
    String crash = "libvosk ended the process (SIGSEGV) when it heard 8000 Hz with ";
    assertTrue(
        Set.of(crash + "its whole language", crash + "some of its words").contains(fault), fault);
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aTrialThatTakesTooLongIsEnded() {
    ModelTrials.Ended ended =
        new TrialProcess(Duration.ofMillis(1), folder).run(TestFolders.model());
    TrialOutput output = new TrialOutput(ended, TestFolders.model().path());
    assertEquals(Optional.empty(), output.notTried());
    assertEquals("libvosk was not ready in time when it was read", output.fault().orElseThrow());
  }

  private String refusal(Path model) {
    RecognitionException refused =
        assertThrows(
            RecognitionException.class,
            () ->
                ModelChoice.choose(
                    model.toString(), TestFolders.home(), folder.resolve("state"), "en"));
    return String.valueOf(refused.getMessage());
  }
}
