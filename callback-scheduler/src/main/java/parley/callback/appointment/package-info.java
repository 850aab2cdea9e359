/// Appointments: booked, moved, cancelled, accepted and declined.
@NullMarked
package parley.callback.appointment;

import org.jspecify.annotations.NullMarked;
