package parley.callback.zone;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import parley.dialogue.call.PhoneNumber;

/// Which clock somebody lives by. What they have said is stronger than their profile, and that than
/// their number. Immutable; any thread.
public final class CalleeZones {

  private final ZoneId site;
  private final Function<PhoneNumber, Optional<ZoneId>> profile;

  /// @param site preferred among zones that keep the same time
  /// @param profile what is known of the customer with a number; asked on the caller's thread
  public CalleeZones(ZoneId site, Function<PhoneNumber, Optional<ZoneId>> profile) {
    this.site = site;
    this.profile = profile;
  }

  /// The zones of which one is the callee's; empty when nothing is known.
  public Set<ZoneId> of(NumberPlan.Read number, Optional<ZoneId> said) {
    return said.or(() -> profile.apply(number.number())).map(Set::of).orElse(number.zones());
  }

  /// The zone by which all of these keep time from now on; empty when they do not agree. Of zones
  /// that do, it is the site's or else the first by name.
  public Optional<ZoneId> one(Set<ZoneId> zones, Instant now, Duration ahead) {
    Comparator<ZoneId> siteFirst =
        Comparator.comparing((ZoneId zone) -> !zone.equals(site)).thenComparing(ZoneId::getId);
    Optional<ZoneId> first = zones.stream().min(siteFirst);
    return first.filter(
        chosen -> zones.stream().allMatch(zone -> sameTime(zone, chosen, now, now.plus(ahead))));
  }

  private static boolean sameTime(ZoneId one, ZoneId other, Instant from, Instant until) {
    return one.getRules().equals(other.getRules())
        || offsets(one.getRules(), from, until).equals(offsets(other.getRules(), from, until));
  }

  /// An offset from UTC and since when it holds.
  private record Since(Instant begin, ZoneOffset offset) {}

  private static List<Since> offsets(ZoneRules rules, Instant from, Instant until) {
    List<Since> offsets = new ArrayList<>();
    offsets.add(new Since(from, rules.getOffset(from)));
    ZoneOffsetTransition change = rules.nextTransition(from);
    while (change != null && change.getInstant().isBefore(until)) {
      offsets.add(new Since(change.getInstant(), change.getOffsetAfter()));
      change = rules.nextTransition(change.getInstant());
    }
    return offsets;
  }
}
