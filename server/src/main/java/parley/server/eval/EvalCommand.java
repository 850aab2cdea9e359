package parley.server.eval;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./parley eval PART ...`: measures one part of Parley on files that the operator names.
@Command(
    name = "eval",
    description = "Measures how well a part of Parley does on a test set.",
    mixinStandardHelpOptions = true)
public final class EvalCommand {
  private EvalCommand() {}

  /// @param parts in the order in which the help lists them
  public static CommandLine of(List<EvalPart> parts) {
    CommandLine eval = new CommandLine(new EvalCommand());
    parts.forEach(eval::addSubcommand);
    eval.getCommandSpec()
        .usageMessage()
        .synopsisSubcommandLabel(
            eval.getSubcommands().keySet().stream().collect(Collectors.joining("|")));
    return eval;
  }
}
