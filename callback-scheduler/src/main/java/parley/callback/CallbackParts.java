package parley.callback;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import parley.callback.followup.FollowUpRule;
import parley.callback.hours.HoursBook;
import parley.callback.hours.HoursFile;
import parley.callback.quiet.DoNotCallFile;
import parley.callback.quiet.NoMoreCalls;
import parley.callback.quiet.QuietHours;
import parley.callback.retry.RetryPlan;
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
/// @param queues how many queues have hours of their own
/// @param neverCalled how many numbers are never called
public record CallbackParts(
    CallbackTimes times,
    DialPermission permission,
    RetryPlan retries,
    NoMoreCalls noMore,
    FollowUpRule followUps,
    int queues,
    int neverCalled) {

  /// Knows of nobody's zone but by the number.
  public static final Function<PhoneNumber, Optional<ZoneId>> NO_PROFILES = _ -> Optional.empty();

  /// Reads the files. The load is what the settings say, with nothing promised yet.
  ///
  /// @throws parley.dialogue.files.BadFilesException listing every problem in all of them
  public static CallbackParts load(Settings settings) {
    return load(settings, NO_PROFILES, Load.Promised.NOTHING);
  }

  /// Reads the files.
  ///
  /// @param profiles the zone of a customer who has told it before; may ask a database
  /// @param promised counts what is promised already
  /// @throws parley.dialogue.files.BadFilesException listing every problem in all of them
  public static CallbackParts load(
      Settings settings, Function<PhoneNumber, Optional<ZoneId>> profiles, Load.Promised promised) {
    CallbackSettings callbacks = settings.callbacks();
    Path home = settings.home();
    ZoneId site = settings.site().zone();
    NumberPlan plan = new NumberPlan(settings.site().country(), site, callbacks.extensionDigits());
    Problems problems = new Problems();
    HoursBook hours = HoursFile.read(home, callbacks.hours(), site, problems);
    DoNotCallFile never = DoNotCallFile.read(home, callbacks.doNotCall(), plan, problems);
    problems.throwIfAny();
    Callees callees = new Callees(plan, new CalleeZones(site, profiles), never);
    PermittedHours permitted = new PermittedHours(hours, QuietHours.of(callbacks));
    Duration ahead = Duration.ofDays(callbacks.daysAhead());
    Load load = Load.perHour(callbacks.perHour(), promised);
    return new CallbackParts(
        new PossibleTimes(callees, permitted, load, callbacks.window(), ahead),
        new DialPermission(callees, permitted, ahead),
        new RetryPlan(callbacks.retries(), callees, permitted, ahead),
        never,
        new FollowUpRule(callbacks.followUps()),
        hours.size(),
        never.size());
  }
}
