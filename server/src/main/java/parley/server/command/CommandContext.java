package parley.server.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.dialogue.log.CallLog;

/// What every command gets from `Main`.
///
/// @param home the checkout
/// @param environment the process's variables
/// @param out results, nothing else
/// @param err progress and problems
/// @param callLog opens the call log for one command
public record CommandContext(
    Path home,
    Map<String, String> environment,
    PrintWriter out,
    PrintWriter err,
    CallLogAccess callLog) {

  public CommandContext {
    environment = Map.copyOf(environment);
  }

  /// Opens the call log, lets work be done with it, closes it.
  public interface CallLogAccess {

    /// @throws CommandFault when the database cannot be reached
    <T> T read(Settings settings, Function<CallLog, T> work);
  }

  /// Reads the settings; tells on standard error what the operator should know.
  public Settings settings(SettingsLoader.Given... given) {
    SettingsLoader.Loaded loaded = SettingsLoader.load(home, environment, List.of(given));
    loaded.notes().forEach(err::println);
    err.flush();
    return loaded.settings();
  }
}
