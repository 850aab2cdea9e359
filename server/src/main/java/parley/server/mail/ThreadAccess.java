package parley.server.mail;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import parley.config.Settings;
import parley.mail.work.MailThreads;
import parley.server.command.CommandFault;

/// Opens the database, lets work be done with its threads, closes it.
@FunctionalInterface
public interface ThreadAccess {

  /// @throws CommandFault when the database cannot be reached
  <T> T use(Settings settings, Function<MailThreads, T> work);

  /// The one thread whose id begins so.
  static UUID find(MailThreads threads, String beginning) {
    if (!beginning.matches("[0-9a-fA-F]{2,8}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{0,27}")) {
      throw new CommandFault(
          beginning
              + " is no thread's id: type it, or its first characters, as ./parley mail shows it");
    }
    List<UUID> found = threads.beginning(beginning, 2);
    if (found.size() > 1) {
      throw new CommandFault("More than one thread's id begins with " + beginning + "; type more");
    }
    return found.stream()
        .findFirst()
        .orElseThrow(() ->
            new CommandFault("No thread has the id " + beginning + "; ./parley mail lists them"));
  }
}
