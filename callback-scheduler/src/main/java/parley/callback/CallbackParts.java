package parley.callback;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import parley.callback.followup.FollowUpRule;
import parley.callback.hours.LiveHours;
import parley.callback.quiet.DoNotCallFile;
import parley.callback.quiet.NoMoreCalls;
import parley.callback.quiet.QuietHours;
import parley.callback.retry.GrowingRetries;
import parley.callback.window.CallHistory;
import parley.callback.window.Callees;
import parley.callback.window.DialPermission;
import parley.callback.window.Load;
import parley.callback.window.PermittedHours;
import parley.callback.window.PossibleTimes;
import parley.callback.zone.CalleeZones;
import parley.callback.zone.NumberPlan;
import parley.config.CallbackSettings;
import parley.config.Settings;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackTimes;
import parley.dialogue.files.Problems;

/// What the server needs of this module, made of the settings and of the files that they name.
/// Immutable; any thread.
///
/// @param times what can be promised
/// @param permission asked right before a call is made
/// @param retries what follows a call
/// @param noMore takes the numbers of who wants no calls
/// @param followUps what follows a conversation that was not resolved
/// @param hours of the queues, which are to be looked at again now and then
/// @param neverCalled how many numbers are never called
public record CallbackParts(
    CallbackTimes times,
    DialPermission permission,
    GrowingRetries retries,
    NoMoreCalls noMore,
    FollowUpRule followUps,
    LiveHours hours,
    int neverCalled) {

  /// Knows of nobody's zone but by the number.
  public static final Function<PhoneNumber, Optional<ZoneId>> NO_PROFILES = _ -> Optional.empty();

  /// Reads the files. Nothing is promised yet, and no call is known to come in.
  ///
  /// @throws parley.dialogue.files.BadFilesException listing every problem in all of them
  public static CallbackParts load(Settings settings) {
    return load(settings, NO_PROFILES, Load.Promised.NOTHING, () -> CallHistory.NONE);
  }

  /// Reads the files.
  ///
  /// @param profiles the zone of a customer who has told it before; may ask a database
  /// @param promised counts what is promised already
  /// @param history of calls that came in
  /// @throws parley.dialogue.files.BadFilesException listing every problem in all of them
  public static CallbackParts load(
      Settings settings,
      Function<PhoneNumber, Optional<ZoneId>> profiles,
      Load.Promised promised,
      Supplier<CallHistory> history) {
    CallbackSettings callbacks = settings.callbacks();
    Path home = settings.home();
    ZoneId site = settings.site().zone();
    NumberPlan plan = new NumberPlan(settings.site().country(), site, callbacks.extensionDigits());
    Problems problems = new Problems();
    LiveHours hours = LiveHours.read(home, callbacks.hours(), site, problems);
    DoNotCallFile never = DoNotCallFile.read(home, callbacks.doNotCall(), plan, problems);
    problems.throwIfAny();
    Callees callees = new Callees(plan, new CalleeZones(site, profiles), never);
    PermittedHours permitted = new PermittedHours(hours, QuietHours.of(callbacks));
    Duration ahead = Duration.ofDays(callbacks.daysAhead());
    Load load = Load.forecast(callbacks::perHour, history, site, promised);
    return new CallbackParts(
        new PossibleTimes(callees, permitted, load, callbacks.window(), ahead),
        new DialPermission(callees, permitted, ahead),
        new GrowingRetries(callbacks.retries(), callees, permitted, ahead),
        never,
        new FollowUpRule(callbacks.followUps()),
        hours,
        never.size());
  }
}
