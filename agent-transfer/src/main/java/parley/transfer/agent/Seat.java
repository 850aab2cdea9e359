package parley.transfer.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the board remembers of one agent. Guarded by the board's lock.
final class Seat {

  final Agent agent;
  PhoneState phone = PhoneState.OFFLINE;
  Availability availability = Availability.AVAILABLE;
  @Nullable Reservation reservation;
  Instant lastUsed = Instant.MIN;
  Instant wrapUpUntil = Instant.MIN;

  Seat(Agent agent) {
    this.agent = agent;
  }

  AgentView view(Instant now) {
    return new AgentView(
        agent, phone, availability, reservation != null, now.isBefore(wrapUpUntil));
  }
}
