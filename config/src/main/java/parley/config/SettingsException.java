package parley.config;

import java.util.List;

/// The settings cannot be used. Every problem is one sentence: key, source, value (secrets hidden),
/// what is allowed. No retry helps before somebody edits them.
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public SettingsException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
