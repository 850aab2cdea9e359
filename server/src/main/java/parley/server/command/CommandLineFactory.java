package parley.server.command;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.SettingsException;
import parley.dialogue.files.BadFilesException;
import parley.server.start.StartFailedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Puts the commands together and makes every failure one sentence on standard error: stack traces
/// are for the log. Exit codes: 0 done, 1 could not be done, 2 asked or set wrongly.
public final class CommandLineFactory {

  static final int FAILED = 1;
  static final int USAGE = 2;

  private CommandLineFactory() {}

  @Command(
      name = "parley",
      description = "Parley answers the telephone.",
      mixinStandardHelpOptions = true,
      versionProvider = VersionCommand.Provider.class)
  static final class Root implements Runnable {
    @Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
      if (spec != null) {
        spec.commandLine().usage(spec.commandLine().getOut());
      }
    }
  }

  /// @param commands objects annotated with `@Command`
  public static CommandLine of(CommandContext context, List<Object> commands) {
    CommandLine line = new CommandLine(new Root());
    commands.forEach(line::addSubcommand);
    line.setOut(context.out());
    line.setErr(context.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failed, command, parsed) -> explain(context, command, failed));
    line.setParameterExceptionHandler((wrong, arguments) -> explain(context, wrong));
    return line;
  }

  private static int explain(CommandContext context, ParameterException wrong) {
    context.err().println("parley: " + sentence(wrong.getMessage()));
    context
        .err()
        .println("See: ./" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    context.err().flush();
    return USAGE;
  }

  private static int explain(CommandContext context, CommandLine command, Exception failed) {
    if (failed instanceof SettingsException wrong) {
      wrong.problems().forEach(context.err()::println);
      context.err().flush();
      return USAGE;
    }
    Throwable reason = failed instanceof BadFilesException ? failed : failed.getCause();
    if (reason instanceof BadFilesException wrong) {
      wrong.problems().forEach(context.err()::println);
      context.err().flush();
      return USAGE;
    }
    Logger log = LoggerFactory.getLogger(CommandLineFactory.class);
    if (failed instanceof CommandFault || failed instanceof StartFailedException) {
      log.info("{} failed", command.getCommandName(), failed);
      context.err().println("parley: " + sentence(failed.getMessage()));
    } else {
      log.info("{} failed unexpectedly", command.getCommandName(), failed);
      context
          .err()
          .println(
              "parley: "
                  + sentence(
                      failed.getMessage() == null
                          ? failed.getClass().getSimpleName()
                          : failed.getMessage())
                  + " The log has the details.");
    }
    context.err().flush();
    return FAILED;
  }

  /// One line that ends with a full stop, unless it ends with something to type.
  private static String sentence(@org.jspecify.annotations.Nullable String text) {
    if (text == null || text.isBlank()) {
      return "Something went wrong.";
    }
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    boolean command = line.matches(".*: [a-z]+ [^.]*");
    return line.endsWith(".") || command ? line : line + ".";
  }
}
