package parley.server.command;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// `./parley version`
@Command(name = "version", description = "Print the version.", mixinStandardHelpOptions = true)
public final class VersionCommand implements Callable<Integer> {

  private final CommandContext context;

  public VersionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    lines().forEach(context.out()::println);
    context.out().flush();
    return 0;
  }

  static List<String> lines() {
    String parley = VersionCommand.class.getPackage().getImplementationVersion();
    return List.of(
        "Parley " + Objects.requireNonNullElse(parley, "(not packaged)"),
        "Java " + Runtime.version() + " (" + System.getProperty("java.vm.vendor") + ")");
  }

  /// For `./parley --version`.
  static final class Provider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return lines().toArray(String[]::new);
    }
  }
}
