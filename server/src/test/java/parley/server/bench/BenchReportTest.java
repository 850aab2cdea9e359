package parley.server.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.server.measure.Machine;

class BenchReportTest {

  private static final Machine MACHINE = new Machine("Some CPU", 2, 8_000, 0.5, "Linux 6.1");
  private static final VoiceLatency.Result ALONE =
      new VoiceLatency.Result(List.of(600.0, 640.123), List.of(410.0), 1, 0, 0);
  private static final VoiceLatency.Result LOADED =
      new VoiceLatency.Result(List.of(900.0), List.of(), 0, 2, 0);

  private static BenchReport report(BenchReport.Memory memory, ShortCalls.Leaks leaks) {
    return new BenchReport(
        10,
        ALONE,
        LOADED,
        new BenchReport.Streams(20, 18, 40, 22),
        memory,
        6.54,
        200,
        leaks,
        MACHINE,
        Map.of("java", "25"));
  }

  @Test
  void keysAreThoseOfTheDesign() throws JsonProcessingException {
    BenchReport report = report(new BenchReport.Memory(400.0, 3.25), new ShortCalls.Leaks(0, 1, 2));
    JsonNode json = new ObjectMapper().readTree(report.json());
    assertEquals(600, json.at("/voice_to_voice_ms/calls_1/p50").asDouble());
    assertEquals(640.12, json.at("/voice_to_voice_ms/calls_1/p95").asDouble());
    assertEquals(640.12, json.at("/voice_to_voice_ms/calls_1/max").asDouble());
    assertEquals(900, json.at("/voice_to_voice_ms/calls_10/p50").asDouble());
    assertEquals(410, json.at("/greeting_ms/p50").asDouble());
    assertEquals(410, json.at("/greeting_ms/p95").asDouble());
    assertEquals(20, json.at("/streams_per_core/bare_vosk").asDouble());
    assertEquals(18, json.at("/streams_per_core/parley").asDouble());
    assertEquals(0.9, json.at("/streams_per_core/ratio").asDouble());
    assertEquals(40, json.at("/streams_per_core/calling").asDouble());
    assertEquals(22, json.at("/streams_per_core/calling_without_gate").asDouble());
    assertEquals(400, json.at("/memory_mb/idle").asDouble());
    assertEquals(3.25, json.at("/memory_mb/per_call").asDouble());
    assertEquals(6.54, json.at("/start_warm_s").asDouble());
    assertEquals(0, json.at("/leaks/threads").asInt());
    assertEquals(1, json.at("/leaks/channels").asInt());
    assertEquals(2, json.at("/leaks/recognizers").asInt());
    assertEquals(0.5, json.at("/machine/load_average").asDouble());
  }

  @Test
  void whatCouldNotBeMeasuredIsNullAndADash() throws JsonProcessingException {
    BenchReport report = report(new BenchReport.Memory(null, null), ShortCalls.Leaks.UNKNOWN);
    JsonNode json = new ObjectMapper().readTree(report.json());
    assertTrue(json.at("/memory_mb/idle").isNull());
    assertTrue(json.at("/leaks/threads").isNull());
    assertTrue(report.table().contains("memory with no call, MB             -\n"), report.table());
  }

  @Test
  void tableNamesTheLoadAndTheTurns() {
    String table =
        report(new BenchReport.Memory(400.0, 3.25), new ShortCalls.Leaks(0, 0, 0)).table();
    assertTrue(
        table.contains(
            "voice to voice at 1 call, ms             600     640     640"
                + "  2 turns, 1 unanswered, 0 cut in"),
        table);
    assertTrue(table.contains("voice to voice at 10 calls, ms"), table);
    assertTrue(table.contains("left after 200 calls: threads       0\n"), table);
  }
}
