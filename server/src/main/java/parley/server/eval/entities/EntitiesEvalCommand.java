package parley.server.eval.entities;

import java.nio.file.Path;
import parley.dialogue.entities.EntityFinder;
import parley.dialogue.entities.ReferenceShape;
import parley.server.eval.EvalPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./parley eval entities FILE`: how well numbers, dates, names and such are found in messages.
@Command(
    name = "entities",
    description = "Finds numbers, dates, names and such in messages and compares.",
    mixinStandardHelpOptions = true)
public final class EntitiesEvalCommand extends EvalPart {

  @Parameters(
      paramLabel = "FILE",
      description =
          "Lines of a text, a tab, its context or -, a tab, and the entities;"
              + " docs/results/sets/entities.tsv explains them.")
  private Path file;

  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public EntitiesEvalCommand() {}

  @Override
  protected Report measure() {
    return EntitiesReport.measure(Message.read(file), new EntityFinder(ReferenceShape.USUAL));
  }
}
