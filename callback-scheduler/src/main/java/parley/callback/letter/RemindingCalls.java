package parley.callback.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Letter;
import parley.callback.calendar.CalendarBook;
import parley.callback.plan.Callback;
import parley.callback.promise.DialableNumbers;
import parley.callback.slot.Slot;
import parley.callback.window.NextHour;
import parley.callback.work.NewCallback;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;

/// Calls customers whose reminder is one by call, at the next permitted hour before the
/// appointment. Where no call can be made, and for all else that people are told, the mail does it.
///
/// Thread: any; blocks on the store.
public final class RemindingCalls implements Post {

  private static final Logger log = LoggerFactory.getLogger(RemindingCalls.class);
  private static final String BY_CALL = "call ";

  private final CalendarBook book;
  private final LetterStore store;
  private final DialableNumbers numbers;
  private final NextHour hours;
  private final String usual;
  private final Post mail;
  private final Clock clock;

  /// @param usual the site's language
  /// @param mail does what no call does
  public RemindingCalls(
      CalendarBook book,
      LetterStore store,
      DialableNumbers numbers,
      NextHour hours,
      String usual,
      Post mail,
      Clock clock) {
    this.book = book;
    this.store = store;
    this.numbers = numbers;
    this.hours = hours;
    this.usual = usual;
    this.mail = mail;
    this.clock = clock;
  }

  /// Whether a letter is a reminder by call.
  public static boolean isCall(Letter letter) {
    return letter.kind() == Letter.Kind.REMINDER && letter.detail().startsWith(BY_CALL);
  }

  static String detail(boolean byCall) {
    return byCall ? BY_CALL : "mail ";
  }

  @Override
  public void send(Letter letter, Appointment appointment) {
    Instant now = clock.instant();
    Optional<NewCallback> call = isCall(letter) ? call(letter, appointment, now) : Optional.empty();
    if (call.isEmpty()) {
      mail.send(letter, appointment);
    } else if (!store.remindByCall(new LetterStore.Pending(letter, appointment), call.get(), now)) {
      log.info("Appointment {} has changed: nobody is reminded of it", appointment.id());
    }
  }

  private Optional<NewCallback> call(Letter letter, Appointment appointment, Instant now) {
    PhoneNumber number = DialableNumbers.plain(appointment.customer().number());
    if (numbers.problem(number).isPresent()) {
      return Optional.empty();
    }
    Instant start = appointment.slot().span().from();
    return switch (hours.of(number, "", now)) {
      case NextHour.Within(CallbackWindow window) when window.from().isBefore(start) ->
          Optional.of(call(letter, appointment, number, Optional.of(until(window, start)), now));
      case NextHour.Unnamed(Instant from) when from.isBefore(start) ->
          Optional.of(call(letter, appointment, number, Optional.empty(), now));
      case NextHour.Within _, NextHour.Unnamed _, NextHour.Never _ -> Optional.empty();
    };
  }

  private static CallbackWindow until(CallbackWindow window, Instant start) {
    return window.until().isAfter(start)
        ? new CallbackWindow(window.from(), start, window.zone())
        : window;
  }

  private NewCallback call(
      Letter letter,
      Appointment appointment,
      PhoneNumber number,
      Optional<CallbackWindow> window,
      Instant now) {
    Callback callback =
        Callback.waiting(
            letter.id(),
            Callback.Origin.APPOINTMENT,
            Optional.empty(),
            number,
            about(appointment),
            "",
            appointment.customer().language(),
            window);
    return new NewCallback(callback, now, 0);
  }

  /// What and when, as it is said aloud.
  private String about(Appointment appointment) {
    String own = appointment.customer().language();
    String language = own.isEmpty() ? usual : own;
    Slot slot = appointment.slot();
    return book.title(slot.kind(), language) + ", " + LetterTexts.when(slot.local(), language);
  }
}
