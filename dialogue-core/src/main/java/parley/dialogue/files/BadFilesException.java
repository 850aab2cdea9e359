package parley.dialogue.files;

import java.util.List;
import java.util.stream.Collectors;

/// Files that people edit (knowledge, commands, prompts, rules) cannot be used as they are. The
/// message lists every problem, one a line. A retry does not help before the files are mended.
public final class BadFilesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public BadFilesException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  private static String message(List<Problem> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return problems.stream()
        .map(problem -> "  " + problem)
        .collect(Collectors.joining("\n", count + " in the files below config:\n", ""));
  }
}
