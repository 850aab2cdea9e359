package parley.dialogue.flows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.dialogue.Shipped;
import parley.dialogue.call.Spoken;

/// What a flow makes of values that were known before it began.
class FlowStartTest {

  private final FlowBook book = Shipped.withServices().flows();
  private final FlowEngine engine = new FlowEngine(book, "en");

  private List<FlowMove> start(String flow, FlowMemory memory, Map<String, Spoken> known) {
    return engine.start(memory, book.find(flow).orElseThrow(), known).moves();
  }

  @Test
  void whatIsKnownIsReadBackAndNotAskedFor() {
    assertEquals(
        List.of(
            new FlowMove.Say("I have one two three, four five. Is that right?"),
            new FlowMove.Confirm()),
        start("order-status", FlowMemory.NONE, Map.of("order", new Spoken("12345"))));
  }

  @Test
  void whatItsKindDoesNotAllowIsAskedFor() {
    FlowMove.Ask ask =
        (FlowMove.Ask)
            start("order-status", FlowMemory.NONE, Map.of("order", new Spoken("12a"))).getLast();

    assertEquals("order", ask.slot().name());
  }

  @Test
  void nobodyIsIdentifiedByWhatSomebodySays() {
    FlowMove.Ask ask =
        (FlowMove.Ask)
            start(
                    "payment-status",
                    FlowMemory.NONE,
                    Map.of("identified", new Spoken("9"), "pin", new Spoken("1234")))
                .getLast();

    assertEquals("customer", ask.slot().name());
  }

  @Test
  void whatAServiceHasShownBeforeHolds() {
    FlowMemory memory = FlowMemory.NONE.keeping("identified", new Spoken("9"));
    FlowMove last = start("payment-status", memory, Map.of()).getLast();

    assertEquals(Map.of("identified", new Spoken("9")), ((FlowMove.Call) last).request().values());
  }
}
