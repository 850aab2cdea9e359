package parley.server.eval.privacy;

import java.nio.file.Path;
import parley.server.eval.EvalPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./parley eval privacy FILE`: how well personal data is found and masked.
@Command(
    name = "privacy",
    description = "Finds personal data in messages and compares it with what is known of them.",
    mixinStandardHelpOptions = true)
public final class PrivacyEvalCommand extends EvalPart {

  @Parameters(
      paramLabel = "FILE",
      description =
          "Lines of a text, a tab and what is personal in it, as KIND: WORDS | KIND: WORDS.")
  private Path file;

  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public PrivacyEvalCommand() {}

  @Override
  protected Report measure() {
    return PrivacyReport.measure(PrivacyCase.read(file));
  }
}
