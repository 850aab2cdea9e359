package parley.callback.window;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import parley.callback.quiet.DoNotCall;
import parley.callback.zone.CalleeZones;
import parley.callback.zone.NumberPlan;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackOffer.Obstacle;

/// What is known of somebody who is to be called. Thread: any.
///
/// @param zones by which the callee may live
/// @param doNotCall who is never called
public record Callees(NumberPlan plan, CalleeZones zones, DoNotCall doNotCall) {

  /// What a look at a number says.
  public sealed interface Callee {}

  /// The number may be called at the right hour.
  ///
  /// @param zones of which one is the callee's; empty when nothing is known
  public record Known(PhoneNumber number, Set<ZoneId> zones) implements Callee {}

  /// The number is called at no hour.
  public record Barred(Obstacle why) implements Callee {}

  /// @param said the zone that the callee has named
  public Callee look(PhoneNumber number, Optional<ZoneId> said) {
    Optional<NumberPlan.Read> read = plan.read(number);
    if (read.isEmpty()) {
      return new Barred(Obstacle.NO_SUCH_NUMBER);
    }
    // Who takes money for being called is refused as one who wants no calls.
    return read.get().costly() || doNotCall.holds(read.get().number())
        ? new Barred(Obstacle.DO_NOT_CALL)
        : new Known(read.get().number(), zones.of(read.get(), said));
  }
}
