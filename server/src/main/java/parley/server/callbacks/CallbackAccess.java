package parley.server.callbacks;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import parley.callback.followup.FollowUpTasks;
import parley.callback.work.CallbackChanges.Change;
import parley.callback.work.CallbackOverview;
import parley.callback.work.CallbackOverview.CallbackLine;
import parley.config.Settings;
import parley.server.command.CommandContext;
import parley.server.command.CommandFault;

/// What the commands about callbacks share.
///
/// @param open opens the database, lets work be done with it, closes it
/// @param offers made of the settings: what can be promised
/// @param letGo ends the ringing of an attempt at the Asterisk of these settings; false when it
///   does not ring
/// @param clock says what is over
public record CallbackAccess(
    CommandContext context,
    Opening open,
    Function<Settings, Offers> offers,
    BiPredicate<Settings, UUID> letGo,
    Clock clock) {

  private static final String BEGINNING = "[0-9a-fA-F]{2,8}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{0,27}";

  /// Opens the database, lets work be done with it, closes it.
  @FunctionalInterface
  public interface Opening {

    /// @throws CommandFault when the database cannot be reached
    <T> T use(Settings settings, Function<Stored, T> work);
  }

  /// What the database holds.
  public record Stored(CallbackOverview callbacks, FollowUpTasks followUps) {}

  /// The one callback whose id begins so.
  static CallbackLine find(CallbackOverview all, String beginning) {
    if (!beginning.matches(BEGINNING)) {
      throw new CommandFault(
          beginning
              + " is no callback's id; ./parley callbacks lists them, and the first characters are"
              + " enough");
    }
    List<CallbackLine> found = all.beginning(beginning, 2);
    if (found.size() > 1) {
      throw new CommandFault(
          "More than one callback's id begins with " + beginning + "; type more");
    }
    if (found.isEmpty()) {
      throw new CommandFault(
          "No callback has the id " + beginning + "; ./parley callbacks lists them");
    }
    return found.getFirst();
  }

  /// @param what such as "moved"
  static void expectDone(Change change, String what) {
    switch (change) {
      case DONE -> {}
      case BEING_CALLED ->
          throw new CommandFault(
              "It is being called in this moment and cannot be " + what + "; try again after that");
      case OVER -> throw new CommandFault("It is over already and cannot be " + what);
      case UNKNOWN -> throw new CommandFault("It was deleted meanwhile");
    }
  }

  int said(String sentence) {
    context.out().println(sentence);
    context.out().flush();
    return 0;
  }
}
