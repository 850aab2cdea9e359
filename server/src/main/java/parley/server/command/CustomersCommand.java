package parley.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.config.Settings;
import parley.dialogue.memory.ContactPoint;
import parley.dialogue.memory.CustomerCase;
import parley.dialogue.memory.Customers;
import parley.dialogue.memory.Customers.Stored;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./parley customers show` and `forget`: what is stored about whoever calls from a number or
/// writes from an address, and its deletion when they ask for it; `link`: that a number and an
/// address are one customer's.
@Command(
    name = "customers",
    description = "Show or forget what is stored about a customer; link a number and an address.",
    mixinStandardHelpOptions = true)
public final class CustomersCommand implements Callable<Integer> {

  private static final String SHOWN = "As ./parley calls or ./parley mail shows it.";

  /// Opens the database, lets work be done with it, closes it.
  @FunctionalInterface
  public interface Access {

    /// @throws CommandFault when the database cannot be reached
    <T> T use(Settings settings, Function<Customers, T> work);
  }

  private final CommandContext context;
  private final Access customers;
  private final Clock clock;

  @Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  public CustomersCommand(CommandContext context, Access customers, Clock clock) {
    this.context = context;
    this.customers = customers;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(context.out());
      context.out().flush();
    }
    return 0;
  }

  @Command(
      name = "show",
      description =
          "Say what is stored about whoever calls from a number or writes from an address.",
      mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "NUMBER|ADDRESS", description = SHOWN) String contact) {
    Settings settings = context.settings();
    ContactPoint wanted = Contacts.any(contact);
    customers.use(
        settings,
        all -> {
          tell(wanted, all.stored(wanted), "Stored about");
          context.out().print(new CaseText(settings.site().zone(), false).of(all.caseOf(wanted)));
          context.out().flush();
          return 0;
        });
    return 0;
  }

  @Command(
      name = "link",
      description =
          "Note that a number and an address are one customer's, who has shown it to you: their"
              + " calls and mails are one case.",
      mixinStandardHelpOptions = true)
  int link(
      @Parameters(paramLabel = "NUMBER", description = "As ./parley calls shows it.") String number,
      @Parameters(paramLabel = "ADDRESS", description = "As ./parley mail shows it.")
          String address,
      @Option(names = "--remove", description = "They are not, after all.") boolean remove) {
    Settings settings = context.settings();
    ContactPoint.Phone phone = Contacts.phone(number);
    ContactPoint.Mail mail = Contacts.mail(address);
    String said =
        customers.use(
            settings,
            all -> {
              if (remove) {
                return all.unlink(phone, mail) ? "No longer one customer's: " : "Were not linked: ";
              }
              return all.link(phone, mail, clock.instant()) ? "One customer's: " : "Not linked: ";
            });
    context.out().println(said + phone + " and " + mail);
    context.out().flush();
    return 0;
  }

  @Command(
      name = "forget",
      description =
          "Delete what is stored about whoever calls from a number, recordings included, or writes"
              + " from an address.",
      mixinStandardHelpOptions = true)
  int forget(
      @Parameters(paramLabel = "NUMBER|ADDRESS", description = SHOWN) String contact,
      @Option(names = "--try", description = "Only say what would be deleted.") boolean only) {
    Settings settings = context.settings();
    ContactPoint wanted = Contacts.any(contact);
    if (only) {
      tell(wanted, customers.use(settings, all -> all.stored(wanted)), "Would be deleted about");
      return 0;
    }
    List<Path> kept = new ArrayList<>();
    List<CustomerCase.Linked> linked = new ArrayList<>();
    Stored deleted =
        customers.use(
            settings,
            all -> {
              kept.addAll(
                  deleteFiles(settings.recording().folder(), all.stored(wanted).recordings()));
              linked.addAll(all.caseOf(wanted).contacts());
              return kept.isEmpty() ? all.forget(wanted, clock.instant()) : all.stored(wanted);
            });
    if (!kept.isEmpty()) {
      throw new CommandFault(
          "Nothing else was deleted, because these recordings cannot be: "
              + kept
              + "; delete them and run this again.");
    }
    tell(wanted, deleted, "Deleted about");
    rest(settings, deleted, linked);
    return 0;
  }

  /// Those that are still there after all.
  private static List<Path> deleteFiles(Path folder, List<String> recordings) {
    List<Path> kept = new ArrayList<>();
    for (String recording : recordings) {
      Path file = folder.resolve(recording).normalize();
      try {
        if (file.startsWith(folder)) {
          boolean _ = Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        kept.add(file);
      }
    }
    return kept;
  }

  private void tell(ContactPoint contact, Stored stored, String what) {
    var out = context.out();
    if (stored.nothing()) {
      out.printf("Nothing is stored about %s.%n", contact);
    } else {
      out.printf("%s %s:%n", what, contact);
      out.printf("  conversations  %d, with %d turns%n", stored.conversations(), stored.turns());
      out.printf(
          "  summaries      %d, with %d follow-ups%n", stored.summaries(), stored.followUps());
      out.printf("  call backs     %d%n", stored.callBacks());
      out.printf("  recordings     %d%n", stored.recordings().size());
      out.printf("  mails          %d%n", stored.mails());
    }
    if (stored.goingOn() > 0) {
      out.printf(
          "%d conversations have no end yet and are left: run this again after it.%n",
          stored.goingOn());
    }
    out.flush();
  }

  /// What is not in the database.
  private void rest(Settings settings, Stored deleted, List<CustomerCase.Linked> linked) {
    var out = context.out();
    linked.forEach(link ->
        out.printf(
            "%s is the same customer's and is left: forget it too if they want that.%n",
            link.contact().value()));
    if (deleted.mails() > 0) {
      out.println(
          "The mails themselves are still in your mailbox and in its backups: delete them there.");
    }
    if (deleted.callBacks() > 0) {
      out.println("Nobody will call back because of a promise that was deleted.");
    }
    Path spool = settings.state().resolve("spool");
    if (holdsEntries(spool)) {
      out.printf(
          "Entries of the call log lie in %s and may be about this number: run this again when the"
              + " database has taken them, and look into rejected.jsonl yourself.%n",
          spool);
    }
    out.flush();
  }

  private static boolean holdsEntries(Path spool) {
    try (Stream<Path> files = Files.list(spool)) {
      return files.anyMatch(file -> file.getFileName().toString().endsWith(".jsonl"));
    } catch (IOException none) {
      return false;
    }
  }
}
