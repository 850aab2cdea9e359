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
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.memory.Customers;
import parley.dialogue.memory.Customers.Stored;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./parley customers show NUMBER` and `forget NUMBER`: what is stored about whoever calls from a
/// number, and its deletion when they ask for it.
@Command(
    name = "customers",
    description = "Show or forget what is stored about a customer.",
    mixinStandardHelpOptions = true)
public final class CustomersCommand implements Callable<Integer> {

  private static final String NUMBER = "[+0-9][0-9 ()/.-]{5,30}";

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
      description = "Say what is stored about whoever calls from a number.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "NUMBER", description = "As it is in ./parley calls.")
          String number) {
    Settings settings = context.settings();
    PhoneNumber wanted = number(number);
    tell(wanted, customers.use(settings, all -> all.stored(wanted)), "Stored about");
    return 0;
  }

  @Command(
      name = "forget",
      description = "Delete what is stored about whoever calls from a number, recordings included.",
      mixinStandardHelpOptions = true)
  int forget(
      @Parameters(paramLabel = "NUMBER", description = "As it is in ./parley calls.") String number,
      @Option(names = "--try", description = "Only say what would be deleted.") boolean only) {
    Settings settings = context.settings();
    PhoneNumber wanted = number(number);
    if (only) {
      tell(wanted, customers.use(settings, all -> all.stored(wanted)), "Would be deleted about");
      return 0;
    }
    List<Path> kept = new ArrayList<>();
    Stored deleted =
        customers.use(
            settings,
            all -> {
              kept.addAll(
                  deleteFiles(settings.recording().folder(), all.stored(wanted).recordings()));
              return kept.isEmpty() ? all.forget(wanted, clock.instant()) : all.stored(wanted);
            });
    if (!kept.isEmpty()) {
      throw new CommandFault(
          "Nothing else was deleted, because these recordings cannot be: "
              + kept
              + "; delete them and run this again.");
    }
    tell(wanted, deleted, "Deleted about");
    rest(settings, deleted);
    return 0;
  }

  private static PhoneNumber number(String text) {
    if (!text.matches(NUMBER) || text.replaceAll("[^0-9]", "").length() < 7) {
      throw new CommandFault(
          "That is no customer's number: type it as ./parley calls shows it, such as +4930123456");
    }
    return new PhoneNumber(text.replaceAll("[^+0-9]", ""));
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

  private void tell(PhoneNumber number, Stored stored, String what) {
    var out = context.out();
    if (stored.nothing()) {
      out.printf("Nothing is stored about %s.%n", number);
    } else {
      out.printf("%s %s:%n", what, number);
      out.printf("  conversations  %d, with %d turns%n", stored.conversations(), stored.turns());
      out.printf(
          "  summaries      %d, with %d follow-ups%n", stored.summaries(), stored.followUps());
      out.printf("  call backs     %d%n", stored.callBacks());
      out.printf("  recordings     %d%n", stored.recordings().size());
    }
    if (stored.goingOn() > 0) {
      out.printf(
          "%d conversations have no end yet and are left: run this again after it.%n",
          stored.goingOn());
    }
    out.flush();
  }

  /// What is not in the database.
  private void rest(Settings settings, Stored deleted) {
    var out = context.out();
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
