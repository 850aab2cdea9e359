package parley.server.knowledge;

import java.util.function.Function;
import parley.config.Settings;
import parley.dialogue.usage.UsageLog;

/// Opens the log for what it tells of the use of knowledge, lets work be done with it, closes it.
@FunctionalInterface
public interface UsageAccess {

  /// @throws parley.server.command.CommandFault when the database cannot be reached
  <T> T use(Settings settings, Function<UsageLog, T> work);
}
