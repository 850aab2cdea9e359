package parley.server.eval.pickup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What the call's rule makes of sounds and words, and what the report counts.
class TrialTest {

  private static Verdict verdict(Label label, String line, OptionalLong toneEndMs, Words words) {
    short[] sound = Voice.sounds(line);
    Greeting greeting =
        new Greeting(line, label, _ -> new Script.Spoken(sound, OptionalLong.empty()));
    return new Trial().run(greeting, new Script.Spoken(sound, toneEndMs), words);
  }

  private static Verdict verdict(Label label, String line) {
    return verdict(label, line, OptionalLong.empty(), new Words(List.of()));
  }

  @Test
  void aHelloIsAPersonAfterAPause() {
    Verdict hello = verdict(Label.PERSON, "400s 500v 3000s");
    assertTrue(hello.right());
    assertTrue(hello.deadAirMs().orElseThrow() <= 700, hello.toString());
    assertTrue(hello.machineMs().isEmpty() && hello.messageMs().isEmpty());
  }

  @Test
  void whoTalksOnIsAMachineAndHearsTheMessageAfterwards() {
    Verdict long_ = verdict(Label.MACHINE, "400s 6000v 5000s");
    assertTrue(long_.right());
    assertFalse(long_.greetedFirst());
    assertTrue(long_.messageMs().orElseThrow() > 6_400, long_.toString());
  }

  @Test
  void wordsTellTheMachineThatWasGreeted() {
    Words words = new Words(List.of(new Words.SoFar(4_000, "please leave a message")));
    Verdict told =
        verdict(Label.MACHINE, "400s 500v 900s 2000v 5000s", OptionalLong.empty(), words);
    assertTrue(told.right() && told.greetedFirst());
    assertEquals(4_000, told.machineMs().orElseThrow());
  }

  @Test
  void theReportCountsWhatIsWrong() {
    PickupReport report =
        new PickupReport(
            List.of(
                verdict(Label.PERSON, "400s 500v 3000s"),
                verdict(Label.PERSON, "400s 4000v 3000s"),
                verdict(Label.MACHINE, "400s 500v 3000s"),
                verdict(
                    Label.MACHINE,
                    "400s 4000v 4000s",
                    OptionalLong.of(9_000),
                    new Words(List.of()))),
            parley.server.measure.Machine.here());
    assertTrue(report.json().contains("\"people_called_machine\" : 1"), report::json);
    assertTrue(report.json().contains("\"machines_called_people\" : 1"), report::json);
    assertTrue(report.json().contains("\"messages_before_the_tone\" : 1"), report::json);
    assertTrue(report.table().contains("people                     2, 1 of them"), report::table);
  }
}
