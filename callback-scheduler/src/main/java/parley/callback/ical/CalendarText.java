package parley.callback.ical;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VTimeZone;
import parley.callback.appointment.Appointment;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.ResourceCalendar;

/// Writes a calendar with its appointments, for other programs to show. It says what and when, and
/// of the customer nothing but the name. Pure. Any thread.
public final class CalendarText {

  private CalendarText() {}

  /// @param appointments that are booked
  /// @param stamps when each was last changed, in the same order (DTSTAMP): the same appointments
  ///   are the same text
  public static String of(
      CalendarBook book,
      ResourceCalendar calendar,
      List<Appointment> appointments,
      List<Instant> stamps) {
    Calendar text = Invite.empty();
    text.add(new net.fortuna.ical4j.model.property.XProperty("X-WR-CALNAME", calendar.title()));
    Set<String> zones = new HashSet<>();
    for (Appointment appointment : appointments) {
      VTimeZone zone = Invite.zone(appointment);
      if (zone != null && zones.add(appointment.slot().zone().getId())) {
        text.add(zone);
      }
    }
    for (int i = 0; i < appointments.size(); i++) {
      Appointment appointment = appointments.get(i);
      text.add(Invite.event(appointment, title(book, appointment), stamps.get(i)));
    }
    return text.toString();
  }

  private static String title(CalendarBook book, Appointment appointment) {
    String title = book.title(appointment.slot().kind(), "en");
    String name = appointment.customer().name();
    return name.isEmpty() ? title : title + ": " + name;
  }
}
