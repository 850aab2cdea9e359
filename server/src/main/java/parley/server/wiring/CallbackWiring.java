package parley.server.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import parley.callback.CallbackParts;
import parley.callback.dial.Dialler;
import parley.callback.plan.Callback;
import parley.callback.promise.DialableNumbers;
import parley.callback.retry.RetryStep;
import parley.callback.window.DialPermission;
import parley.callback.work.CallbackWork;
import parley.callback.work.Next;
import parley.callback.work.Node;
import parley.callback.work.Pace;
import parley.callback.work.Permission;
import parley.config.GeneratedSecrets;
import parley.config.Settings;
import parley.config.Settings.AsteriskMode;
import parley.config.TrunkSettings;
import parley.db.DatabaseParts;
import parley.db.callback.DueCallbacks;
import parley.dialogue.callback.BoundedDirectory;
import parley.dialogue.callback.CallbackOffer;
import parley.dialogue.callback.CallbackPorts;
import parley.dialogue.callback.CallbackWindow;
import parley.gateway.outbound.RingingPhones;
import parley.server.callbacks.Offers;

/// Callbacks that are kept, made of the modules' parts. Thread: any.
public final class CallbackWiring {

  /// A database that takes longer than this is no reason to let a caller wait.
  private static final Duration LONGEST_LOOK = Duration.ofMillis(150);

  private CallbackWiring() {}

  /// What people may promise by command.
  public static Offers offers(Settings settings) {
    return new Offers(CallbackParts.load(settings).times(), dialable(settings));
  }

  /// Ends the ringing of an attempt; false when it does not ring at the Asterisk of these settings.
  public static boolean letGo(Settings settings, UUID attempt) {
    try (RingingPhones phones = RingingPhones.at(settings)) {
      return phones.letGo(attempt);
    }
  }

  /// Numbers that may be called at all.
  static DialableNumbers dialable(Settings settings) {
    return new DialableNumbers(
        Set.of(settings.asterisk().extension()), DialableNumbers.EMERGENCY_NUMBERS);
  }

  /// Hours, zones and numbers, with what is promised already.
  public static CallbackParts parts(Settings settings, DatabaseParts database, Clock clock) {
    return CallbackParts.load(settings, CallbackParts.NO_PROFILES, database.promisedWindows(clock));
  }

  /// What conversations ask.
  public static CallbackPorts ports(CallbackParts parts, DatabaseParts database) {
    return CallbackPorts.of(parts.times())
        .with(new BoundedDirectory(database.waitingCalls(), LONGEST_LOOK));
  }

  /// Keeps promises over this process's Asterisk.
  public static DueCallbacks keep(
      Settings settings, CallbackParts parts, DatabaseParts database, Dialler dialler) {
    return start(
        database, dialler, rules(parts, settings.asterisk().trunk()), node(settings), Pace.USUAL);
  }

  /// One Parley runs on a state folder at a time, so the folder's name for itself is the node's. A
  /// private Asterisk has its memory in that folder; another one is known by its address.
  private static Node node(Settings settings) {
    String name = new GeneratedSecrets(settings.state()).orMadeUp(null, "callback-node").reveal();
    Settings.Asterisk asterisk = settings.asterisk();
    return new Node(
        name,
        asterisk.mode() == AsteriskMode.PRIVATE
            ? name
            : asterisk.host() + ":" + asterisk.httpPort());
  }

  /// What decides about calls.
  static CallbackWork.Rules rules(CallbackParts parts, TrunkSettings trunk) {
    return new CallbackWork.Rules(
        (callback, now) ->
            trunk.dialString(callback.queue(), "").isEmpty()
                ? new Permission.AskPerson(
                    "there is no way out: asterisk.trunk.endpoint is not set")
                : verdict(parts.permission(), callback, now),
        _ -> trunk.channels(),
        (attempt, outcomes, now) -> next(parts.retries().next(attempt.callback(), outcomes, now)));
  }

  private static Permission.Verdict verdict(
      DialPermission permission, Callback callback, Instant now) {
    Optional<ZoneId> promised = callback.window().map(CallbackWindow::zone);
    return switch (permission.mayDialNow(callback.number(), promised, callback.queue(), now)) {
      case DialPermission.Answer.Now _ -> new Permission.Allowed();
      case DialPermission.Answer.NotBefore(Instant at) -> new Permission.NotBefore(at);
      case DialPermission.Answer.Never(var why) -> new Permission.AskPerson(sentence(why));
      case DialPermission.Answer.AskPerson _ ->
          new Permission.AskPerson("no hour is known to be right where the number may be");
    };
  }

  private static String sentence(CallbackOffer.Obstacle why) {
    return "it must not be called: " + why.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Next next(RetryStep step) {
    return switch (step) {
      case RetryStep.Next(Instant at) -> new Next.Again(at);
      case RetryStep.GiveUp _ -> new Next.GivenUp("tried as often as callbacks.retry allows");
      case RetryStep.Unwanted _ -> new Next.GivenUp("who answered wants no calls from us");
      case RetryStep.AskPerson _ -> new Next.AskPerson("Parley cannot keep it by itself");
      case RetryStep.Kept _ -> new Next.Kept();
    };
  }

  /// Begins to keep promises.
  public static DueCallbacks start(
      DatabaseParts database, Dialler dialler, CallbackWork.Rules rules, Node node, Pace pace) {
    Clock clock = database.sharedClock();
    CallbackWork work =
        new CallbackWork(database.callbacks(), dialler, rules, node, pace.pause(), clock);
    return DueCallbacks.start(database.database(), node, pace, clock, work::keep);
  }
}
