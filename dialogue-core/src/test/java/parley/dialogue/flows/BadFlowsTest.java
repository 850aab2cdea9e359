package parley.dialogue.flows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.Shipped;
import parley.dialogue.files.Problem;
import parley.dialogue.files.Problems;

/// What an operator is told about flows that cannot be run: everything, at once, with its line.
class BadFlowsTest {

  @TempDir Path home;

  private List<String> problems(String... files) throws IOException {
    Path folder = Files.createDirectories(home.resolve("config/flows"));
    for (int i = 0; i < files.length; i++) {
      Files.writeString(folder.resolve((char) ('a' + i) + ".yaml"), files[i]);
    }
    Problems problems = new Problems();
    var _ =
        FlowFiles.read(
            home,
            folder,
            Set.of("en"),
            Shipped.parts().knowledge(),
            List.of("orders", "users"),
            problems);
    return problems.sorted().stream().map(Problem::toString).toList();
  }

  private static void allIn(List<String> problems, String... expected) {
    String all = String.join("\n", problems);
    for (String one : expected) {
      assertTrue(all.contains(one), one + "\nis not in\n" + all);
    }
    assertEquals(expected.length, problems.size(), all);
  }

  @Test
  void namesThatLeadNowhereAreToldWithTheNearestOne() throws IOException {
    allIn(
        problems(
            """
            flow: lookup
            starts:
              knowledge: [order-statu]
              offer: {en: "Shall I?"}
            slots:
              order:
                kind: digit
                ask: {en: "Number?"}
                most: 5
            steps:
              - ask: ordr
              - call: ordres
                get: /orders/{order}
                take: {order: number}
                not-found: knowhere
              - step: nowhere
                say: {en: "Nothing for {odrer}."}
                end: dnoe
                nxt: x
            """),
        "a.yaml:3: There is no knowledge `order-statu`. Expected `order-status`?",
        "a.yaml:7: There is no kind of slot `digit`. Expected `digits`?",
        "a.yaml:11: There is no slot `ordr`. Expected `order`?",
        "a.yaml:12: There is no service `ordres`. Expected `orders`?",
        "a.yaml:15: There is no step `knowhere`. Expected `nowhere`?",
        "a.yaml:16: There is no slot `odrer`. Expected `order`?",
        "a.yaml:18: `end` is `dnoe`. Expected `done`?",
        "a.yaml:19: Unknown key `nxt`.");
  }

  @Test
  void waysWithoutAnEndAreTold() throws IOException {
    allIn(
        problems(
            """
            flow: round
            slots:
              state: {kind: choice, options: {open: {}, shut: {}}}
            steps:
              - step: begin
                call: orders
                get: /state
                take: {state: state}
              - branch: state
                cases: {opne: begin}
                otherwise: begin
              - step: alone
                say: {en: "Nobody comes here."}
              - step: last
                say: {en: "And on."}
            """),
        "a.yaml:5: The steps begin, line-9 go round without a question.",
        "a.yaml:10: The slot `state` is never `opne`. Expected `open`?",
        "a.yaml:12: Nothing leads to the step `alone`.",
        "a.yaml:14: Nothing leads to the step `last`.",
        "a.yaml:14: The step `last` has no step after it.");
  }

  @Test
  void slotsThatCannotWorkAreTold() throws IOException {
    allIn(
        problems(
            """
            flow: slots
            slots:
              pin: {kind: digits, least: 6, most: 4, secret: true, ask: {en: "Pin?"}, confirm: {en: "{pin}?"}}
              never: {kind: day}
              mute: {kind: yes-no}
              pick: {kind: choice, options: {one: {}}, ask: {en: "Which?"}}
              kept: {kind: words, keep: true, ask: {en: "What?"}}
              price: {kind: amount, currency: EURO, ask: {de: "Preis?"}}
            steps:
              - ask: pin
              - ask: mute
              - ask: pick
              - ask: kept
              - ask: price
              - say: {en: "You said {mute}."}
                end: done
            """),
        "a.yaml:3: `least` is 6 and `most` is 4.",
        "a.yaml:3: The secret slot `pin` would be read back.",
        "a.yaml:3: The slot `pin` cannot be said",
        "a.yaml:4: Nothing fills the slot `never`.",
        "a.yaml:6: An option of `pick` lacks `hear`.",
        "a.yaml:8: `currency` is `EURO`. Expected a code of ISO 4217",
        "a.yaml:8: Unknown key `de`. Expected `en`?",
        "a.yaml:8: `en` is missing or empty.",
        "a.yaml:11: The slot `mute` has no question.",
        "a.yaml:13: The slot `kept` is kept for the call, and a caller would fill it.",
        "a.yaml:15: The slot `mute` cannot be said");
  }

  @Test
  void flowsThatDoNotGoTogetherAreTold() throws IOException {
    String inner =
        """
        flow: inner
        slots:
          code: {kind: digits, ask: {en: "Code?"}}
        steps:
          - ask: code
          - end: done
        """;
    String middle =
        """
        flow: middle
        steps:
          - step: in
            run: inner
            otherwise: out
          - step: out
            end: not-done
        """;
    String outer =
        """
        flow: outer
        slots:
          code: {kind: digits, ask: {en: "Code?"}}
        steps:
          - ask: code
          - run: middle
            otherwise: out
          - run: iner
            otherwise: out
          - run: inner
          - step: out
            end: done
        """;
    allIn(
        problems(inner, middle, outer, inner),
        "c.yaml:3: The slot `code` is also one of the flow `inner` that is run.",
        "c.yaml:6: The flow `middle` runs a flow itself.",
        "c.yaml:8: There is no flow `iner`. Expected `inner`?",
        "c.yaml:10: `otherwise` is missing or empty.",
        "d.yaml:1: The flow `inner` is also in config/flows/a.yaml.");
  }

  @Test
  void filesThatAreNoFlowAreTold() throws IOException {
    allIn(
        problems("flow: x\nsteps: [", "- a\n", "flow: Not A Name\nsteps: []\n"),
        "a.yaml:2: This is no YAML",
        "b.yaml:1: The file holds a list at its top.",
        "c.yaml:1: The flow name `Not A Name` is not usable.",
        "c.yaml:2: The flow has no steps.");
  }

  @Test
  void aCallSaysHowItAsks() throws IOException {
    allIn(
        problems(
            """
            flow: calls
            steps:
              - call: users
              - call: users
                get: http://elsewhere/
              - end: done
            """),
        "a.yaml:3: A call needs `get` or `post`.",
        "a.yaml:5: The path `http://elsewhere/` is not usable.");
  }

  @Test
  void aFolderThatIsNotThereHoldsNoFlows() throws IOException {
    Problems problems = new Problems();

    assertEquals(
        List.of(),
        FlowFiles.read(
            home,
            home.resolve("none"),
            Set.of("en"),
            Shipped.parts().knowledge(),
            List.of(),
            problems));
    assertTrue(problems.isEmpty());
  }

  @Test
  void theShippedFlowsAreThereAndSpeakable() {
    FlowBook book = Shipped.withServices().flows();

    assertEquals(
        List.of(
            "book-appointment",
            "cancel-appointment",
            "change-appointment",
            "identity-check",
            "opening-hours",
            "order-status",
            "payment-status"),
        book.all().stream().map(Flow::id).sorted().toList());
    assertTrue(book.fixed("en").size() > 30, () -> book.fixed("en").size() + " sentences");
  }
}
