package parley.server.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.AppointmentDesk;
import parley.callback.appointment.Booked;
import parley.callback.calendar.AppointmentKind;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.Span;
import parley.callback.slot.Slot;
import parley.config.Settings;
import parley.db.appointment.AppointmentStores;
import parley.dialogue.files.Fields;
import parley.server.command.CommandContext;
import parley.server.command.CommandFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley appointments`: list, find times, book, move, cancel; what is to be done afterwards.
/// Letters go out while `up` or `mail run` runs.
@Command(
    name = "appointments",
    description = "List, book, move and cancel appointments; find times; see what is to be done.",
    mixinStandardHelpOptions = true)
public final class AppointmentsCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int MOST = 500;

  /// Opens the database, lets work be done with it, closes it.
  @FunctionalInterface
  public interface Access {

    /// @throws CommandFault when the database cannot be reached
    <T> T use(Settings settings, Function<AppointmentStores, T> work);
  }

  private final CommandContext context;
  private final Function<Settings, CalendarBook> books;
  private final Access stores;
  private final Clock clock;

  public AppointmentsCommand(
      CommandContext context, Function<Settings, CalendarBook> books, Access stores, Clock clock) {
    this.context = context;
    this.books = books;
    this.stores = stores;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return list(30, false, false);
  }

  @Command(name = "list", description = "Those to come.", mixinStandardHelpOptions = true)
  int list(
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "30",
              description = "So many days ahead (${DEFAULT-VALUE}).")
          int days,
      @Option(names = "--all", description = "Also those that were cancelled or declined.")
          boolean all,
      @Option(names = "--json", description = "As JSON.") boolean json) {
    Instant now = clock.instant();
    Span within = new Span(now, now.plus(Duration.ofDays(Math.max(1, days))));
    return stores.use(
        context.settings(),
        all(found -> {
          List<Appointment> list = found.appointments().within(within, all, MOST);
          print(json ? AppointmentJson.list(list) : AppointmentText.list(list));
          return 0;
        }));
  }

  @Command(name = "slots", description = "The best times.", mixinStandardHelpOptions = true)
  int slots(
      @Parameters(paramLabel = "KIND", description = "A kind of config/appointments.yaml.")
          String kind,
      @Mixin SlotOptions options,
      @Option(names = "--json", description = "As JSON.") boolean json) {
    return desk((desk, _) -> {
      List<Slot> slots =
          desk.slots(options.wish(kind(desk.book(), kind), desk.book(), clock.instant()));
      if (slots.isEmpty() && !json) {
        throw new CommandFault("Nothing can be had then: ask for more days or other hours");
      }
      print(json ? AppointmentJson.slots(slots) : AppointmentText.slots(slots));
      return 0;
    });
  }

  @Command(name = "book", description = "Book a time.", mixinStandardHelpOptions = true)
  int book(
      @Parameters(paramLabel = "KIND", description = "A kind of config/appointments.yaml.")
          String kind,
      @Parameters(paramLabel = "WHEN", description = "At the site: 2026-06-02T10:00.") String when,
      @Mixin CustomerOptions customer,
      @Option(names = "--with", defaultValue = "", description = "A person, by calendar.")
          String with,
      @Option(names = "--about", defaultValue = "", description = "What it is about.") String about,
      @Option(names = "--json", description = "As JSON.") boolean json) {
    WishedTime at = time(when);
    return desk((desk, _) -> {
      AppointmentKind found = kind(desk.book(), kind);
      AppointmentDesk.Request request =
          new AppointmentDesk.Request(
              found,
              at.at(),
              desk.book().zone(),
              calendar(desk.book(), with),
              customer.customer(),
              about);
      return at.exists()
          ? tell("Booked", desk.book(request), json)
          : noSuchDay(when, desk.nearest(found, at.at()), json);
    });
  }

  @Command(name = "move", description = "Move to another time.", mixinStandardHelpOptions = true)
  int move(
      @Parameters(paramLabel = "ID", description = "The beginning of its id.") String id,
      @Parameters(paramLabel = "WHEN", description = "2026-06-02T10:00.") String when,
      @Option(names = "--json", description = "As JSON.") boolean json) {
    WishedTime at = time(when);
    return desk((desk, all) -> {
      Appointment one = named(all, id);
      return at.exists()
          ? tell("Moved", desk.move(one.id(), at.at()), json)
          : noSuchDay(when, desk.nearest(kind(desk.book(), one.slot().kind()), at.at()), json);
    });
  }

  @Command(name = "cancel", description = "Cancel it.", mixinStandardHelpOptions = true)
  int cancel(
      @Parameters(paramLabel = "ID", description = "The beginning of its id.") String id,
      @Option(names = "--json", description = "As JSON.") boolean json) {
    return desk((desk, all) -> tell("Cancelled", desk.cancel(named(all, id).id()), json));
  }

  @Command(
      name = "tasks",
      description = "What is to be done after appointments.",
      mixinStandardHelpOptions = true)
  int tasks(
      @Option(names = "--overdue", description = "Only those whose due time is over.")
          boolean overdue,
      @Option(names = "--json", description = "As JSON.") boolean json) {
    return desk((desk, all) -> {
      Instant now = clock.instant();
      var tasks =
          all.letters().tasks(MOST).stream()
              .filter(task -> !overdue || !task.due().isAfter(now))
              .toList();
      print(json ? AppointmentJson.tasks(tasks) : AppointmentText.tasks(tasks, desk.book().zone()));
      return 0;
    });
  }

  @Command(name = "done", description = "A task is done.", mixinStandardHelpOptions = true)
  int done(
      @Parameters(paramLabel = "ID", description = "The beginning of the task's id.") String id) {
    return desk((_, all) -> {
      if (!all.letters().closeTask(id, clock.instant())) {
        throw new CommandFault(
            "No open task's id, or more than one, begins with "
                + id
                + ": see ./parley appointments tasks");
      }
      print("Noted.\n");
      return 0;
    });
  }

  /// Work with a desk over the database; a file without kinds has none.
  private interface Work {
    int with(AppointmentDesk desk, AppointmentStores stores);
  }

  private int desk(Work work) {
    Settings settings = context.settings();
    CalendarBook book = books.apply(settings);
    if (book.isEmpty()) {
      throw new CommandFault(
          "No kind of appointment is set: see kinds in config/appointments.yaml");
    }
    return stores.use(
        settings,
        all(found ->
            work.with(new AppointmentDesk(book, found.appointments(), () -> {}, clock), found)));
  }

  private static Function<AppointmentStores, Integer> all(
      Function<AppointmentStores, Integer> work) {
    return work;
  }

  private static AppointmentKind kind(CalendarBook book, String name) {
    AppointmentKind kind = book.kinds().get(name);
    if (kind == null) {
      throw new CommandFault(
          "There is no kind of appointment "
              + name
              + ": expected "
              + Fields.near(name, book.kinds().keySet()));
    }
    return kind;
  }

  static String calendar(CalendarBook book, String name) {
    if (!name.isEmpty() && !book.calendars().containsKey(name)) {
      throw new CommandFault(
          "There is no calendar "
              + name
              + ": expected "
              + Fields.near(name, book.calendars().keySet()));
    }
    return name;
  }

  private static WishedTime time(String text) {
    return WishedTime.parse(text)
        .orElseThrow(() ->
            new CommandFault("The time " + text + " is none: write it like 2026-06-02T10:00"));
  }

  private static Appointment named(AppointmentStores all, String id) {
    return all.appointments()
        .byPrefix(id)
        .orElseThrow(() ->
            new CommandFault(
                "No appointment's id, or more than one, begins with "
                    + id
                    + ": see ./parley appointments list --all"));
  }

  private int tell(String done, Booked booked, boolean json) {
    return switch (booked) {
      case Booked.Done(Appointment one) -> {
        print(
            json
                ? AppointmentJson.done(done.toLowerCase(java.util.Locale.ROOT), one)
                : done + ": " + AppointmentText.list(List.of(one)));
        yield 0;
      }
      case Booked.Refused refused -> refused(refused.why().sentence(), refused, json);
      case Booked.Unknown _ ->
          throw new CommandFault("That appointment is over or cancelled, and stays as it is");
    };
  }

  private int noSuchDay(String when, Booked.Refused nearest, boolean json) {
    return refused("There is no " + when.strip(), nearest, json);
  }

  private int refused(String why, Booked.Refused refused, boolean json) {
    if (!json) {
      throw new CommandFault(AppointmentText.refused(why, refused));
    }
    print(AppointmentJson.refused(why, refused));
    return FAILED;
  }

  private void print(String text) {
    context.out().print(text);
    context.out().flush();
  }
}
