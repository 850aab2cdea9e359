package parley.server.calendars;

import java.util.List;
import java.util.Set;
import parley.callback.ask.OwnCalendars;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.CalendarFile;
import parley.config.MailboxSettings;
import parley.config.Settings;
import parley.dialogue.files.BadFilesException;
import parley.dialogue.files.Problem;

/// Reads the site's calendars. Thread: any.
public final class SiteCalendars {

  private SiteCalendars() {}

  /// What the site offers; checked against the settings.
  ///
  /// @throws BadFilesException listing what is wrong in the file
  public static CalendarBook book(Settings settings) {
    CalendarBook book = CalendarFile.load(settings.home(), settings.site().zone());
    List<String> names = settings.mailboxes().stream().map(MailboxSettings::name).toList();
    if (!book.mailbox().isEmpty() && !names.isEmpty() && !names.contains(book.mailbox())) {
      throw new BadFilesException(
          List.of(
              new Problem(
                  "config/appointments.yaml",
                  0,
                  "`mailbox` is `" + book.mailbox() + "`, and no mailbox has that name.",
                  "Expected one of mail.mailboxes: " + String.join(", ", names) + ".")));
    }
    return book;
  }

  /// Whether flows find appointments in the product's own calendars.
  public static boolean serves(Settings settings, CalendarBook book) {
    return !book.isEmpty() && !settings.services().all().containsKey(OwnCalendars.NAME);
  }

  /// The services that are set because the own calendars serve them.
  ///
  /// @throws BadFilesException listing what is wrong in the file
  public static Set<String> served(Settings settings) {
    return serves(settings, book(settings)) ? Set.of(OwnCalendars.NAME) : Set.of();
  }
}
