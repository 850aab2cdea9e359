package parley.callback.appointment;

import java.util.List;
import parley.callback.slot.Obstacle;
import parley.callback.slot.Slot;

/// What came of wanting a time.
public sealed interface Booked {

  /// The appointment is kept durably and may be told.
  record Done(Appointment appointment) implements Booked {}

  /// That time cannot be had.
  ///
  /// @param nearest those that can, the nearest to the wish first; may be empty
  record Refused(Obstacle why, List<Slot> nearest) implements Booked {
    public Refused {
      nearest = List.copyOf(nearest);
    }
  }

  /// There is no such appointment, or it is over or cancelled.
  record Unknown() implements Booked {}
}
