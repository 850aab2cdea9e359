package parley.dialogue.llm.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tool calls as models send them: in fragments, and not always right.
class ToolArgumentsTest {

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.text("order", "", true),
          new Parameter("days", Parameter.Kind.WHOLE, "", false, List.of()),
          new Parameter("paid", Parameter.Kind.YES_NO, "", false, List.of()),
          new Parameter("sum", Parameter.Kind.NUMBER, "", false, List.of()),
          new Parameter("speed", Parameter.Kind.TEXT, "", false, List.of("fast", "slow")));

  @Test
  void rightArgumentsAreTakenInTheToolsOrder() {
    ToolArguments read =
        ToolArguments.read(
            PARAMETERS,
            "{\"speed\":\"slow\",\"sum\":12.5,\"paid\":true,\"days\":3,\"order\":\" A7 \"}");

    assertEquals(
        new ToolArguments.Right(
            Map.of("order", "A7", "days", "3", "paid", "true", "sum", "12.5", "speed", "slow")),
        read);
    assertFalse(read.toString().contains("A7"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"days":3}                       | order is missing.
          {"order":null}                   | order is missing.
          ~~                               | order is missing.
          {"order":"  "}                   | order has to be a text of 1 to 500 characters.
          {"order":7}                      | order has to be a text of 1 to 500 characters.
          {"order":{"a":1}}                | order has to be a text of 1 to 500 characters.
          {"order":"A","days":"3"}         | days has to be a whole number.
          {"order":"A","days":3.5}         | days has to be a whole number.
          {"order":"A","days":99999999999999999999} | days has to be a whole number.
          {"order":"A","paid":"yes"}       | paid has to be true or false.
          {"order":"A","sum":"much"}       | sum has to be a number.
          {"order":"A","speed":"warp"}     | speed has to be one of fast, slow.
          {"order":"A","admin":true}       | Only these arguments are allowed: order, days, paid, sum, speed.
          ["A"]                            | The arguments are not a JSON object.
          {"order":"A"                     | The arguments are not a JSON object.
          {"order":"A"} and more           | The arguments are not a JSON object.
          order=A                          | The arguments are not a JSON object.
          """)
  void wrongOnesAreNamedWithoutTheirValues(String json, String problem) {
    assertEquals(new ToolArguments.Wrong(List.of(problem)), ToolArguments.read(PARAMETERS, json));
  }

  @Test
  void aToolWithoutParametersMayComeWithNothing() {
    assertEquals(new ToolArguments.Right(Map.of()), ToolArguments.read(List.of(), ""));
  }

  @Test
  void onlyTheFirstOfSeveralCallsIsTaken() {
    ToolAssembly assembly = new ToolAssembly();
    assembly.add(new ChatDelta.ToolPart(0, "a", "first", "{"));
    assembly.add(new ChatDelta.ToolPart(1, "b", "second", "{}"));
    assembly.add(new ChatDelta.ToolPart(0, "c", "third", "{}"));
    assembly.add(new ChatDelta.ToolPart(0, "", "first", "}"));

    assertEquals(Optional.of(new ToolCall("a", "first", "{}")), assembly.call());
  }

  @Test
  void endlessArgumentsAreGivenUp() {
    ToolAssembly assembly = new ToolAssembly();
    ChatDelta.ToolPart part = new ChatDelta.ToolPart(0, "", "", "x".repeat(9000));
    assembly.add(part);

    ChatFault fault =
        org.junit.jupiter.api.Assertions.assertThrows(ChatFault.class, () -> assembly.add(part));
    assertTrue(fault.reason() == FailureReason.NONSENSE);
  }
}
