package parley.server.eval.speech;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The grammars that `eval speech` knows by name.
public enum NamedGrammar {
  /// Everything that the model's own language model holds.
  NONE,
  /// The ten digits alone, so that figures can be compared.
  DIGITS,
  /// What a call listens for after it asked for a number, other words besides.
  CALL_DIGITS,
  /// What a call listens for after a yes/no question.
  YES_NO,
  /// What callers say to steer a call.
  COMMANDS,
  /// Spelled letters, and the words that stand for them.
  LETTERS,
  /// What a call listens for after it asked for a day or a time.
  DATES;

  /// For a sentence: all of them as they are written.
  static final String ALL =
      Arrays.stream(values()).map(NamedGrammar::written).collect(Collectors.joining(", "));

  static Optional<NamedGrammar> of(String written) {
    return Arrays.stream(values()).filter(name -> name.written().equals(written)).findFirst();
  }

  /// As on the command line.
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
