package parley.server.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.AppointmentDesk;
import parley.callback.appointment.CalendarAnswers;
import parley.callback.ask.AppointmentAnswers;
import parley.callback.ask.ChangeReading;
import parley.callback.ask.OwnCalendars;
import parley.callback.ask.WrittenChanges;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.Reminder;
import parley.callback.feed.FeedKeeper;
import parley.callback.letter.Courier;
import parley.callback.letter.Post;
import parley.callback.letter.RemindingCalls;
import parley.callback.promise.DialableNumbers;
import parley.callback.window.NextHour;
import parley.config.MailboxSettings;
import parley.config.Settings;
import parley.db.appointment.AppointmentStores;
import parley.dialogue.call.Spoken;
import parley.dialogue.services.Services;
import parley.mail.calendar.AppointmentChanges;
import parley.mail.calendar.CalendarReplies;
import parley.mail.calendar.Invitation;
import parley.mail.outbox.Outbox;
import parley.server.appointment.AppointmentMail;
import parley.server.appointment.LetterWords;
import parley.server.calendars.SiteCalendars;
import parley.server.paper.SitePaper;

/// Appointments, made of the modules' parts: the desk, what calendars answer by mail, letters,
/// feeds and the service that flows ask. Thread: any.
public final class AppointmentWiring implements AutoCloseable {

  /// As long as a service of the site's own has by default.
  private static final Duration LONGEST_QUESTION = Duration.ofSeconds(4);

  private final AppointmentDesk desk;
  private final CalendarAnswers answers;
  private final AppointmentAnswers service;
  private final WrittenChanges changes;
  private final Optional<Courier> courier;
  private final Optional<FeedKeeper> feeds;

  private AppointmentWiring(
      AppointmentDesk desk,
      CalendarAnswers answers,
      AppointmentAnswers service,
      WrittenChanges changes,
      Optional<Courier> courier,
      Optional<FeedKeeper> feeds) {
    this.desk = desk;
    this.answers = answers;
    this.service = service;
    this.changes = changes;
    this.courier = courier;
    this.feeds = feeds;
  }

  /// How customers are reminded by call.
  public record Calling(NextHour hours, DialableNumbers numbers) {}

  /// @param outbox of the mailbox from which letters go out
  public static AppointmentWiring start(
      Settings settings,
      CalendarBook book,
      AppointmentStores stores,
      Outbox outbox,
      Calling calling,
      Clock clock) {
    AtomicReference<Runnable> wake = new AtomicReference<>(() -> {});
    Runnable written = () -> Objects.requireNonNull(wake.get()).run();
    AppointmentDesk desk = new AppointmentDesk(book, stores.appointments(), written, clock);
    Optional<Courier> courier = courier(settings, desk, stores, outbox, calling, clock);
    courier.ifPresent(started -> wake.set(started::wake));
    return new AppointmentWiring(
        desk,
        new CalendarAnswers(stores.appointments(), desk, written, clock),
        new AppointmentAnswers(desk, stores.appointments(), clock),
        new WrittenChanges(
            desk, stores.appointments(), new ChangeReading(settings.site().country()), clock),
        courier,
        book.calendars().isEmpty()
            ? Optional.empty()
            : Optional.of(
                FeedKeeper.start(
                    book,
                    stores.feeds(),
                    stores.letters(),
                    settings.state().resolve("feeds"),
                    clock)));
  }

  /// None where nothing would go out: neither a letter nor a call.
  private static Optional<Courier> courier(
      Settings settings,
      AppointmentDesk desk,
      AppointmentStores stores,
      Outbox outbox,
      Calling calling,
      Clock clock) {
    CalendarBook book = desk.book();
    Optional<MailboxSettings> box =
        settings.mailboxes().stream()
            .filter(one -> book.mailbox().isEmpty() || one.name().equals(book.mailbox()))
            .findFirst();
    if (book.isEmpty()
        || (box.isEmpty() && book.reminders().stream().noneMatch(Reminder::byCall))) {
      return Optional.empty();
    }
    Post mail =
        box.<Post>map(one -> post(settings, desk, one, stores, outbox, clock)).orElse((_, _) -> {});
    Post all =
        new RemindingCalls(
            book,
            stores.letters(),
            calling.numbers(),
            calling.hours(),
            settings.site().language(),
            mail,
            clock);
    return Optional.of(Courier.start(book, stores.letters(), all, clock));
  }

  private static AppointmentMail post(
      Settings settings,
      AppointmentDesk desk,
      MailboxSettings box,
      AppointmentStores stores,
      Outbox outbox,
      Clock clock) {
    LetterWords words =
        new LetterWords(
            desk.book(),
            settings.site().name(),
            settings.site().language(),
            desk::slots,
            stores.openPoints(),
            clock);
    SitePaper paper =
        new SitePaper(
            List.of(box), settings.site().name(), MailWiring.ownMail(settings), outbox, clock);
    return new AppointmentMail(desk.book(), words, box, paper, clock);
  }

  /// Takes what customers' calendars answer.
  public CalendarReplies replies() {
    return (invitation, from) ->
        answer(invitation, from)
            .map(answers::take)
            .filter(taken -> taken != CalendarAnswers.Taken.UNKNOWN)
            .map(taken -> "APPOINTMENT_" + taken.name());
  }

  /// Makes changes that customers write about, where the own calendars are served.
  public AppointmentChanges changes(Settings settings) {
    return SiteCalendars.serves(settings, desk.book())
        ? (from, sentences, before, language) ->
            changes.wanted(from, sentences, before, language).map(AppointmentWiring::wanted)
        : AppointmentChanges.none();
  }

  private static AppointmentChanges.Wanted wanted(WrittenChanges.Wanted found) {
    return new AppointmentChanges.Wanted(
        found.rest(),
        () ->
            found
                .make()
                .get()
                .map(said -> new AppointmentChanges.Made(said.name(), new Spoken(said.text()))));
  }

  private static Optional<CalendarAnswers.Answer> answer(Invitation invitation, String from) {
    Optional<Appointment.Answer> given =
        switch (invitation.method() + " " + invitation.answer()) {
          case "REPLY ACCEPTED" -> Optional.of(Appointment.Answer.ACCEPTED);
          case "REPLY DECLINED" -> Optional.of(Appointment.Answer.DECLINED);
          case "REPLY TENTATIVE" -> Optional.of(Appointment.Answer.TENTATIVE);
          case "COUNTER " -> Optional.of(Appointment.Answer.NONE);
          default -> Optional.empty();
        };
    boolean counter = invitation.method().equals("COUNTER");
    if (counter && invitation.start().isEmpty()) {
      return Optional.empty();
    }
    return given.map(answer ->
        new CalendarAnswers.Answer(
            invitation.uid(),
            invitation.sequence(),
            from,
            answer,
            counter ? invitation.start() : Optional.empty()));
  }

  /// The services that flows ask: appointments from the own calendars, where they are served.
  public Services services(Settings settings, Services others) {
    return SiteCalendars.serves(settings, desk.book())
        ? new OwnCalendars(service, others, LONGEST_QUESTION)
        : others;
  }

  @Override
  public void close() {
    courier.ifPresent(Courier::close);
    feeds.ifPresent(FeedKeeper::close);
  }
}
