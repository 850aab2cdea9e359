package parley.callback.ical;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import parley.callback.appointment.Appointment;

/// Writes what goes out about an appointment (RFC 5546): REQUEST for a new or changed one, CANCEL.
/// Pure: the same appointment and moment give the same text. Any thread.
public final class Invite {

  private static final String PRODUCT = "-//Parley//Appointments//EN";

  private Invite() {}

  /// Who is named in it.
  ///
  /// @param organizer the mailbox to which answers come
  /// @param customer is asked to answer
  /// @param people have accepted already
  public record People(Person organizer, Person customer, List<Person> people) {
    public People {
      people = List.copyOf(people);
    }
  }

  /// @param name may be empty
  public record Person(String name, String mail) {
    @Override
    public String toString() {
      return "person";
    }
  }

  /// @param title one line
  /// @param description may be empty
  /// @param at when this text is made (DTSTAMP)
  public static String text(
      Appointment appointment, People people, String title, String description, Instant at) {
    boolean cancelled = appointment.state() == Appointment.State.CANCELLED;
    Calendar calendar = empty();
    calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
    VTimeZone zone = zone(appointment);
    if (zone != null) {
      calendar.add(zone);
    }
    VEvent event = event(appointment, title, at);
    if (!description.isEmpty()) {
      event.add(new Description(description));
    }
    event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
    event.add(organizer(people.organizer()));
    event.add(attendee(people.customer(), PartStat.NEEDS_ACTION, Rsvp.TRUE));
    people.people().forEach(one -> event.add(attendee(one, PartStat.ACCEPTED, Rsvp.FALSE)));
    calendar.add(event);
    return calendar.toString();
  }

  /// A calendar with nothing in it.
  static Calendar empty() {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    return calendar;
  }

  /// The event itself, as it is in invitations and feeds. Its title and place are data: ical4j
  /// escapes them.
  static VEvent event(Appointment appointment, String title, Instant at) {
    var slot = appointment.slot();
    VEvent event =
        new VEvent(
            start(appointment, slot.span().from()), start(appointment, slot.span().until()), title);
    event.replace(
        new net.fortuna.ical4j.model.property.DtStamp(at.truncatedTo(ChronoUnit.SECONDS)));
    event.add(new Uid(appointment.id().toString()));
    event.add(new Sequence(appointment.sequence()));
    if (!slot.place().isEmpty()) {
      event.add(new Location(slot.place()));
    }
    return event;
  }

  private static ZonedDateTime start(Appointment appointment, Instant instant) {
    return instant.atZone(appointment.slot().zone());
  }

  /// The rules of the zone, because the receiver's may be older; null for zones without a name.
  static @org.jspecify.annotations.Nullable VTimeZone zone(Appointment appointment) {
    TimeZone zone =
        TimeZoneRegistryFactory.getInstance()
            .createRegistry()
            .getTimeZone(appointment.slot().zone().getId());
    return zone == null ? null : zone.getVTimeZone();
  }

  private static Organizer organizer(Person person) {
    Organizer organizer = new Organizer(address(person));
    if (!person.name().isEmpty()) {
      organizer.add(new Cn(person.name()));
    }
    return organizer;
  }

  private static Attendee attendee(Person person, PartStat answer, Rsvp rsvp) {
    Attendee attendee = new Attendee(address(person));
    attendee.add(CuType.INDIVIDUAL);
    attendee.add(Role.REQ_PARTICIPANT);
    attendee.add(answer);
    attendee.add(rsvp);
    if (!person.name().isEmpty()) {
      attendee.add(new Cn(person.name()));
    }
    return attendee;
  }

  private static URI address(Person person) {
    try {
      return new URI("mailto", person.mail(), null);
    } catch (java.net.URISyntaxException e) {
      throw new IllegalArgumentException("Not a mail address", e);
    }
  }
}
