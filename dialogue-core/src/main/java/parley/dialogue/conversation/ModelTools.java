package parley.dialogue.conversation;

import java.util.List;
import parley.dialogue.flows.Flow;
import parley.dialogue.flows.FlowBook;
import parley.dialogue.llm.Toolbox;

/// The tools that a language model is offered: the flows that can run and that can be offered to a
/// caller in words, and the usual ones. Pure.
public final class ModelTools {

  private ModelTools() {}

  /// Slots are no arguments: numbers are masked before a model sees them, so the flow asks.
  public static Toolbox of(FlowBook flows) {
    return Toolbox.of(
        flows.all().stream()
            .filter(flow -> offers(flow) && flows.runnable(flow))
            .map(flow ->
                new Toolbox.FlowOffer(
                    flow.id(),
                    "Offer to do this for the customer: " + flow.id().replace('-', ' ') + ".",
                    List.of()))
            .toList());
  }

  static boolean offers(Flow flow) {
    return !flow.offer().in("en").isEmpty();
  }
}
