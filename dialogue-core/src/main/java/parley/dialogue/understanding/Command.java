package parley.dialogue.understanding;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a caller may say to steer the call, at any time. The names are the keys of
/// `config/commands/*.yaml`.
public enum Command {
  PERSON,
  GOODBYE,
  CALLBACK,
  REPEAT,
  WAIT,
  SLOWER,
  FASTER,
  HELP,
  CANCEL,
  NO,
  YES,
  THANKS;

  /// The name in files and in the log.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The command of that name.
  public static Optional<Command> of(String key) {
    return Stream.of(values()).filter(command -> command.key().equals(key)).findFirst();
  }
}
