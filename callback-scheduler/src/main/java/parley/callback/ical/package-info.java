/// Appointments and busy times as iCalendar (RFC 5545), by ical4j.
@NullMarked
package parley.callback.ical;

import org.jspecify.annotations.NullMarked;
