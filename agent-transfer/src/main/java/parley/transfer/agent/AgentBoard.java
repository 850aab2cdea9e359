package parley.transfer.agent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The live picture of who can take a call: phones as Asterisk reports them, availability as people
/// set it, and reservations, so that two calls never ring the same phone.
///
/// A phone counts as [PhoneState#OFFLINE] until the gateway has told its state. After a lost
/// connection to Asterisk the gateway tells every phone's state again; a missed event would
/// otherwise keep an agent busy for ever.
///
/// Thread: any. Nothing here blocks.
public final class AgentBoard {

  private final Map<String, Seat> seats = new LinkedHashMap<>();
  private final Duration wrapUp;
  private final Clock clock;
  private long reservations;

  /// @param wrapUp how long an agent is left alone after a talk with a caller; zero for not at all
  public AgentBoard(Agents agents, Duration wrapUp, Clock clock) {
    this.wrapUp = wrapUp;
    this.clock = clock;
    agents.all().forEach(agent -> seats.put(agent.id(), new Seat(agent)));
  }

  /// Asterisk's word on an agent's phone. Phones of others are none of the board's business: an
  /// unknown id changes nothing.
  public synchronized void phoneState(String agentId, PhoneState state) {
    Seat seat = seats.get(agentId);
    if (seat == null) {
      return;
    }
    // A call of their own counts as use. A registration that comes back does not: it would put
    // every agent behind the others for having a weak network.
    if (seat.phone == PhoneState.IN_CALL && state == PhoneState.IDLE) {
      seat.lastUsed = clock.instant();
    }
    seat.phone = state;
  }

  /// What an agent or supervisor has set. A call that already rings or talks goes on.
  ///
  /// @return whether there is such an agent
  public synchronized boolean availability(String agentId, Availability availability) {
    Seat seat = seats.get(agentId);
    if (seat == null) {
      return false;
    }
    seat.availability = availability;
    return true;
  }

  /// Claims the best free agent for one call: registered, idle, available and not claimed. The best
  /// fits best by [Wanted]; among equals it is the one who has not been used for longest, and
  /// before the first use the order of the settings decides.
  ///
  /// @param exclude ids of agents that this call must not ring (again)
  public synchronized Optional<Reservation> reserveBest(Wanted wanted, Set<String> exclude) {
    Instant now = clock.instant();
    return candidates(wanted, exclude, now)
        .min(
            Comparator.comparingInt(
                    (Seat seat) -> wanted.rank(seat.agent).orElse(Integer.MAX_VALUE))
                .thenComparing(seat -> seat.lastUsed))
        .map(seat -> reserve(seat, now));
  }

  /// Gives an agent back who did not talk with the caller. Idempotent.
  ///
  /// @return whether the reservation was still held
  public synchronized boolean release(Reservation reservation) {
    return free(reservation) != null;
  }

  /// Gives an agent back after a talk: they are left alone for the wrap-up time. Idempotent.
  ///
  /// @return whether the reservation was still held
  public synchronized boolean releaseAfterTalk(Reservation reservation) {
    Seat seat = free(reservation);
    if (seat == null) {
      return false;
    }
    seat.wrapUpUntil = seat.lastUsed.plus(wrapUp);
    return true;
  }

  /// Everybody, in the order of the settings.
  public synchronized List<AgentView> picture() {
    Instant now = clock.instant();
    return seats.values().stream().map(seat -> seat.view(now)).toList();
  }

  private Stream<Seat> candidates(Wanted wanted, Set<String> exclude, Instant now) {
    return seats.values().stream()
        .filter(seat -> !exclude.contains(seat.agent.id()))
        .filter(seat -> seat.view(now).free())
        .filter(seat -> wanted.rank(seat.agent).isPresent());
  }

  private Reservation reserve(Seat seat, Instant now) {
    Reservation made = new Reservation(++reservations, seat.agent);
    seat.reservation = made;
    seat.lastUsed = now;
    return made;
  }

  private @Nullable Seat free(Reservation reservation) {
    Seat seat = seats.get(reservation.agent().id());
    if (seat == null || !reservation.equals(seat.reservation)) {
      return null;
    }
    seat.reservation = null;
    seat.lastUsed = clock.instant();
    return seat;
  }
}
