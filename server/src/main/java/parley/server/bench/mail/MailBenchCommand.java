package parley.server.bench.mail;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./parley bench mail`: whether each mail is answered once, whatever dies, and how fast.
@Command(
    name = "mail",
    description =
        "Sends questions to a mail server of its own and counts the replies of a Parley that is"
            + " killed meanwhile; exit code 1 when a mail is lost or answered twice.",
    mixinStandardHelpOptions = true)
public final class MailBenchCommand implements Callable<Integer> {

  /// Two seconds' worth, after which most of the code is compiled.
  private static final int WARM_UP = 100;

  @Spec private CommandSpec spec;

  @Option(
      names = "--mails",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many, 1 to 10000 (${DEFAULT-VALUE}).")
  private int mails;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "0",
      description = "How often the process is killed, 0 to 1000 (${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "25",
      description =
          "How many are sent a second, 0 to 1000 (${DEFAULT-VALUE}); 0: all at once. With kills"
              + " always so.")
  private int rate;

  @Option(names = "--json", description = "Prints one JSON document; progress on standard error.")
  private boolean json;

  private final Path home;
  private final Supplier<Path> state;

  /// @param state the folder in which a database is made, and deleted again
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public MailBenchCommand(Path home, Supplier<Path> state) {
    this.home = home;
    this.state = state;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    within("--mails", mails, 1, 10_000);
    within("--kills", kills, 0, 1000);
    within("--rate", rate, 0, 1000);
    PrintWriter err = spec.commandLine().getErr();
    Files.createDirectories(state.get());
    Path folder = Files.createTempDirectory(state.get(), "bench-mail-");
    try {
      MailBenchReport report =
          new MailBench(
                  home,
                  mails,
                  kills,
                  kills > 0 ? 0 : rate,
                  kills > 0 ? 0 : WARM_UP,
                  line -> {
                    err.println(line);
                    err.flush();
                  })
              .run(folder);
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? report.json() : report.table());
      out.flush();
      return report.lost() + report.doubled() == 0 ? 0 : 1;
    } finally {
      delete(folder);
    }
  }

  private void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          option + " is " + value + "; expected " + least + " to " + most + ".");
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      boolean _ = Files.deleteIfExists(file);
    }
  }
}
