package parley.speech.recognize;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a trial tells of a model, out of the lines that Kaldi, OpenFst, Vosk and Java wrote:
///
///     ERROR (VoskAPI:Read():kaldi-matrix.cc:1620) Failed to read matrix from stream. ...
///     ASSERTION_FAILED (VoskAPI:Foo():online-endpoint.cc:86) Assertion failed: (...)
///     ERROR: ConstFst::Read: Read failed: /models/en/graph/HCLr.fst
///     #  SIGSEGV (0xb) at pc=0x00007f..., pid=1, tid=2
///
/// Thread: one.
final class TrialOutput {
  private static final Pattern ERROR =
      Pattern.compile("(?:ERROR|FATAL|ASSERTION_FAILED)(?: \\(VoskAPI\\S*\\))?:? (.*)");

  /** libvosk's grammar has not got a word of words.txt. */
  private static final Pattern MISSING_WORD =
      Pattern.compile("WARNING \\(.*\\) Ignoring word missing in vocabulary: .*");

  private static final Pattern CRASH = Pattern.compile("#\\s+(SIG[A-Z]+) .*");
  private static final int LONGEST_QUOTE = 200;

  private final ModelTrials.Ended ended;
  private final Path folder;

  TrialOutput(ModelTrials.Ended ended, Path folder) {
    this.ended = ended;
    this.folder = folder;
  }

  /// Why no model can be tried here, as a sentence: Java or libvosk itself failed.
  Optional<String> notTried() {
    if (ended.code() == ModelTrial.NO_LIBRARY) {
      return Optional.of(last(ModelTrial.WHY).orElse("libvosk cannot be loaded on this machine"));
    }
    boolean began = ended.code() == ModelTrials.Ended.LATE || last(ModelTrial.STEP).isPresent();
    return began
        ? Optional.empty()
        : Optional.of(
            folder
                + " could not be tried in a process of its own: Java ended at once with exit code "
                + ended.code()
                + ended.output().stream()
                    .findFirst()
                    .map(line -> " (" + quoted(line) + ")")
                    .orElse("")
                + "; expected a second Java to start beside this one; see to memory and limits");
  }

  /// What is wrong with the model, in a part of a sentence; empty when it can be used.
  Optional<String> fault() {
    if (ended.code() == 0) {
      return ended.output().stream().anyMatch(line -> MISSING_WORD.matcher(line).matches())
          ? Optional.of("graph/words.txt has words that graph/Gr.fst does not have (of two models)")
          : Optional.empty();
    }
    return Optional.of(how() + " when " + last(ModelTrial.STEP).orElse("it was read") + reason());
  }

  private String how() {
    if (ended.code() == ModelTrials.Ended.LATE) {
      return "libvosk was not ready in time";
    }
    return ended.code() == ModelTrial.REFUSED
        ? "libvosk refused it"
        : "libvosk ended the process (" + ending() + ")";
  }

  private String ending() {
    Optional<String> crash =
        ended.output().stream()
            .map(CRASH::matcher)
            .filter(Matcher::matches)
            .map(line -> line.group(1))
            .findFirst();
    return crash.orElse(
        switch (ended.code()) {
          case 134 -> "SIGABRT";
          case 137 -> "SIGKILL, perhaps for want of memory";
          case 139 -> "SIGSEGV";
          default -> "exit code " + ended.code();
        });
  }

  private String reason() {
    List<String> errors =
        ended.output().stream()
            .map(ERROR::matcher)
            .filter(Matcher::matches)
            .map(line -> line.group(1).strip())
            .toList();
    Optional<String> first =
        errors.stream()
            .filter(line -> line.contains(folder.toString()))
            .findFirst()
            .or(() -> errors.stream().findFirst())
            .or(() -> last(ModelTrial.WHY));
    return first.map(text -> ": \"" + quoted(text) + '"').orElse("");
  }

  /** Short, with the model's files by their names in its folder, without bytes that are no text. */
  private String quoted(String line) {
    String text =
        line.replace(folder.toAbsolutePath() + "/", "")
            .replaceAll("[\\p{Cntrl}\\x{FFFD}]+", "?")
            .replaceAll("\\s+", " ");
    return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
  }

  private Optional<String> last(String begin) {
    return ended.output().stream()
        .filter(line -> line.startsWith(begin))
        .map(line -> line.substring(begin.length()))
        .reduce((earlier, later) -> later);
  }
}
