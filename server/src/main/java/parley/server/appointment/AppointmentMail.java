package parley.server.appointment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Letter;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.ResourceCalendar;
import parley.callback.ical.Invite;
import parley.callback.letter.Post;
import parley.callback.letter.RemindingCalls;
import parley.config.MailboxSettings;
import parley.mail.outbox.Outgoing;
import parley.server.paper.SitePaper;

/// Puts letters about appointments into the outbox of their mailbox. A letter's mails have ids that
/// follow from it: handed over twice, they are there once. Thread: any.
public final class AppointmentMail implements Post {

  private final CalendarBook book;
  private final LetterWords words;
  private final MailboxSettings box;
  private final SitePaper paper;
  private final Clock clock;

  /// @param box that sends, and gets the answers
  /// @param paper of that box
  public AppointmentMail(
      CalendarBook book, LetterWords words, MailboxSettings box, SitePaper paper, Clock clock) {
    this.book = book;
    this.words = words;
    this.box = box;
    this.paper = paper;
    this.clock = clock;
  }

  @Override
  public void send(Letter letter, Appointment appointment) {
    switch (letter.kind()) {
      case INVITATION -> toAll(letter, appointment, "invitation", true);
      case CHANGE -> toAll(letter, appointment, "change", true);
      case CANCELLATION -> toAll(letter, appointment, "cancellation", true);
      case ANOTHER ->
          toCustomer(letter, appointment, letter.detail().isEmpty() ? "another" : "instead");
      case REMINDER -> reminder(letter, appointment);
      case PREPARATION -> toPeople(letter, appointment, "preparation");
      case CHASE -> toPeople(letter, appointment, "chase");
    }
  }

  /// Of those by call the ones for which no call can be made.
  private void reminder(Letter letter, Appointment appointment) {
    if (RemindingCalls.isCall(letter) && appointment.customer().mail().isEmpty()) {
      toPeople(letter, appointment, "remind-by-call");
    } else {
      toCustomer(letter, appointment, "reminder");
    }
  }

  private void toAll(Letter letter, Appointment appointment, String text, boolean invite) {
    List<String> all = new ArrayList<>();
    if (!appointment.customer().mail().isEmpty()) {
      all.add(appointment.customer().mail());
    }
    people(appointment).forEach(calendar -> all.add(calendar.mail()));
    all.stream().distinct().forEach(to -> put(letter, appointment, text, to, invite));
  }

  private void toCustomer(Letter letter, Appointment appointment, String text) {
    if (!appointment.customer().mail().isEmpty()) {
      put(letter, appointment, text, appointment.customer().mail(), false);
    }
  }

  /// Without anybody's own address, to those who get the mailbox's work.
  private void toPeople(Letter letter, Appointment appointment, String text) {
    List<String> to = people(appointment).stream().map(ResourceCalendar::mail).distinct().toList();
    if (to.isEmpty() && box.workTo() != null) {
      to = List.of(box.workTo());
    }
    to.forEach(address -> put(letter, appointment, text, address, false));
  }

  private List<ResourceCalendar> people(Appointment appointment) {
    return appointment.slot().calendars().stream()
        .flatMap(name -> Optional.ofNullable(book.calendars().get(name)).stream())
        .filter(calendar -> !calendar.mail().isEmpty())
        .toList();
  }

  private void put(Letter letter, Appointment appointment, String text, String to, boolean invite) {
    UUID id = UUID.nameUUIDFromBytes((letter.id() + " " + to).getBytes(StandardCharsets.UTF_8));
    LetterWords.Written written = words.of(text, letter, appointment);
    String method = appointment.state() == Appointment.State.CANCELLED ? "CANCEL" : "REQUEST";
    paper.announce(
        id,
        Outgoing.Kind.APPOINTMENT,
        to,
        written.subject(),
        written.text(),
        invite ? calendar(appointment, written) : "",
        invite ? method : "");
  }

  private String calendar(Appointment appointment, LetterWords.Written written) {
    Invite.People people =
        new Invite.People(
            new Invite.Person(paper.siteName(), box.address()),
            new Invite.Person(
                appointment.customer().name(),
                appointment.customer().mail().isEmpty()
                    ? box.address()
                    : appointment.customer().mail()),
            people(appointment).stream()
                .map(calendar -> new Invite.Person(calendar.title(), calendar.mail()))
                .toList());
    return Invite.text(appointment, people, written.title(), "", clock.instant());
  }
}
