package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The reason among what Kaldi, OpenFst, Vosk and Java write.
class TrialOutputTest {

  @Test
  void aModelThatLoadsHasNoFault() {
    assertEquals(
        Optional.empty(), fault(0, "WARNING (VoskAPI:Foo():a.cc:1) something", "PARLEY-STEP x"));
  }

  @Test
  void kaldisErrorIsQuotedWithoutWhereItWasThrown() {
    assertEquals(
        Optional.of("libvosk refused it when it was loaded: \"Failed to read a matrix\""),
        fault(
            3,
            "PARLEY-STEP it was loaded",
            "ERROR (VoskAPI:Read():kaldi-matrix.cc:1620) Failed to read a matrix",
            "[ Stack-Trace: ]",
            "PARLEY-WHY it could not be loaded"));
  }

  @Test
  void theErrorThatNamesAFileOfTheModelGoesFirst() {
    assertEquals(
        Optional.of(
            "libvosk refused it when it was read: \"VectorFst::Read: Unexpected end of file:"
                + " graph/Gr.fst\""),
        fault(
            3,
            "ERROR: SymbolTable::Read: Read failed",
            "ERROR: VectorFst::Read: Unexpected end of file: /models/en/graph/Gr.fst",
            "ERROR (VoskAPI:Recognizer():recognizer.cc:35) Can't create decoding graph"));
  }

  @Test
  void aSignalIsNamedWithTheLastWords() {
    assertEquals(
        Optional.of(
            "libvosk ended the process (SIGABRT) when it was read: \"Assertion failed: (n > 0)\""),
        fault(
            134, "ASSERTION_FAILED (VoskAPI:Round():kaldi-math.cc:33) Assertion failed: (n > 0)"));
    assertEquals(
        Optional.of("libvosk ended the process (SIGSEGV) when it was read"),
        fault(134, "#", "#  SIGSEGV (0xb) at pc=0x00007f00, pid=7, tid=8"));
    assertEquals(
        Optional.of(
            "libvosk ended the process (SIGKILL, perhaps for want of memory) when it was read"),
        fault(137));
  }

  @Test
  void wordsThatTheGraphLacksAreAFault() {
    assertEquals(
        Optional.of("graph/words.txt has words that graph/Gr.fst does not have (of two models)"),
        fault(
            0,
            "WARNING (VoskAPI:UpdateGrammarFst():recognizer.cc:308) Ignoring word missing in"
                + " vocabulary: 'china'"));
  }

  @Test
  void withoutAnErrorLineTheChildsOwnReasonIsTold() {
    assertEquals(
        Optional.of("libvosk refused it when it was read: \"no recognizer\""),
        fault(3, "PARLEY-WHY no recognizer"));
  }

  @Test
  void aJavaThatDoesNotStartIsNoFaultOfTheModel() {
    TrialOutput output =
        new TrialOutput(
            new ModelTrials.Ended(1, List.of("Error occurred during initialization of VM")),
            Path.of("/models/en"));
    assertEquals(
        "/models/en could not be tried in a process of its own: Java ended at once with exit code 1"
            + " (Error occurred during initialization of VM); expected a second Java to start"
            + " beside this one; see to memory and limits",
        output.notTried().orElseThrow());
  }

  private static Optional<String> fault(int code, String... lines) {
    return new TrialOutput(new ModelTrials.Ended(code, Arrays.asList(lines)), Path.of("/models/en"))
        .fault();
  }
}
