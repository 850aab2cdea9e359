package parley.server.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import parley.callback.CallbackParts;
import parley.callback.dial.Dialler;
import parley.callback.promise.DialableNumbers;
import parley.callback.window.NextPermittedHour;
import parley.callback.work.CallbackWork;
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
import parley.dialogue.callback.CallbackTimes;
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

  /// How customers are called whom nobody can ask for an hour.
  public static AppointmentWiring.Calling calling(Settings settings, CallbackParts parts) {
    TrunkSettings trunk = settings.asterisk().trunk();
    // Without a way out nobody can be called at any hour.
    CallbackTimes times =
        (wish, now) ->
            trunk.dialString(wish.queue(), "").isEmpty()
                ? new CallbackOffer.Impossible(CallbackOffer.Obstacle.NO_SUCH_NUMBER)
                : parts.times().offer(wish, now);
    return new AppointmentWiring.Calling(
        new NextPermittedHour(times, parts.permission()), dialable(settings));
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

  /// Hours, zones and numbers, with what is promised already and what is expected to come in.
  public static CallbackParts parts(Settings settings, DatabaseParts database, Clock clock) {
    return CallbackParts.load(
        settings,
        CallbackParts.NO_PROFILES,
        database.promisedWindows(clock),
        database.callHistory(clock, settings.site().zone()));
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
                : parts.permission().verdict(callback, now),
        _ -> trunk.channels(),
        parts.retries());
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
