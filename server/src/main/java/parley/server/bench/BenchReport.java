package parley.server.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// Everything that one bench measured; null where it could not.
record BenchReport(
    int calls,
    VoiceLatency.Result alone,
    VoiceLatency.@Nullable Result loaded,
    Streams streams,
    Memory memory,
    @Nullable Double startWarmS,
    int shortCalls,
    ShortCalls.Leaks leaks,
    Machine machine,
    Map<String, String> versions) {

  /// Real-time streams a core.
  ///
  /// @param bareVosk of callers who talk nearly all the time, as `parley`
  /// @param calling of callers who listen to an answer of four seconds after each question
  /// @param callingUngated the same without the speech gate
  record Streams(double bareVosk, double parley, double calling, double callingUngated) {
    @Nullable Double ratio() {
      return bareVosk == 0 ? null : parley / bareVosk;
    }
  }

  /// Resident memory of the server in MB: with no call, and what each call of the loaded part
  /// added.
  record Memory(@Nullable Double idle, @Nullable Double perCall) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  BenchReport {
    versions = Map.copyOf(versions);
  }

  String json() {
    ObjectNode report = JSON.createObjectNode();
    ObjectNode latency = report.putObject("voice_to_voice_ms");
    putLoad(latency, 1, alone);
    if (loaded != null) {
      putLoad(latency, calls, loaded);
    }
    putSpread(report.putObject("greeting_ms"), Spread.of(alone.greeting()));
    ObjectNode perCore = report.putObject("streams_per_core");
    perCore.put("bare_vosk", rounded(streams.bareVosk()));
    perCore.put("parley", rounded(streams.parley()));
    perCore.put("ratio", rounded(streams.ratio()));
    perCore.put("calling", rounded(streams.calling()));
    perCore.put("calling_without_gate", rounded(streams.callingUngated()));
    ObjectNode megabytes = report.putObject("memory_mb");
    megabytes.put("idle", rounded(memory.idle()));
    megabytes.put("per_call", rounded(memory.perCall()));
    report.put("start_warm_s", rounded(startWarmS));
    ObjectNode left = report.putObject("leaks");
    left.put("calls", shortCalls);
    left.put("threads", leaks.threads());
    left.put("channels", leaks.channels());
    left.put("recognizers", leaks.recognizers());
    machine.writeTo(report.putObject("machine"));
    ObjectNode named = report.putObject("versions");
    versions.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(version -> named.put(version.getKey(), version.getValue()));
    return report.toPrettyString();
  }

  private static void putLoad(ObjectNode latency, int calls, VoiceLatency.Result result) {
    ObjectNode node = latency.putObject("calls_" + calls);
    Spread spread = Spread.of(result.voiceToVoice());
    putSpread(node, spread);
    node.put("turns", spread.count());
    node.put("unanswered", result.unanswered());
    node.put("cut_ins", result.cutIns());
    node.put("failed_calls", result.failedCalls());
  }

  private static void putSpread(ObjectNode node, Spread spread) {
    node.put("p50", rounded(spread.p50()));
    node.put("p95", rounded(spread.p95()));
    node.put("max", rounded(spread.max()));
  }

  private static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : Math.round(value * 100) / 100.0;
  }

  String table() {
    StringBuilder text = new StringBuilder();
    row(text, "", "p50", "p95", "max", "");
    loadRow(text, 1, alone);
    if (loaded != null) {
      loadRow(text, calls, loaded);
    }
    Spread greeting = Spread.of(alone.greeting());
    spreadRow(text, "first word after INVITE, ms", greeting, greeting.count() + " calls");
    text.append(System.lineSeparator());
    line(text, "streams a core, bare Vosk", number(streams.bareVosk()));
    line(text, "streams a core, Parley", number(streams.parley()));
    line(text, "Parley to bare Vosk", number(streams.ratio()));
    line(text, "streams a core, as in calls", number(streams.calling()));
    line(text, "the same without speech gate", number(streams.callingUngated()));
    line(text, "memory with no call, MB", number(memory.idle()));
    line(text, "memory of each call, MB", number(memory.perCall()));
    line(text, "warm start, s", number(startWarmS));
    String after = "left after " + shortCalls + " calls: ";
    line(text, after + "threads", number(leaks.threads()));
    line(text, after + "channels", number(leaks.channels()));
    line(text, after + "recognizers", number(leaks.recognizers()));
    text.append(System.lineSeparator());
    line(text, "machine", machine.cores() + " x " + machine.processor());
    line(text, "memory, MB", Long.toString(machine.memoryMb()));
    line(text, "load average before", number(machine.loadAverage()));
    versions.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(version -> line(text, version.getKey(), version.getValue()));
    return text.toString();
  }

  private static void loadRow(StringBuilder text, int calls, VoiceLatency.Result result) {
    Spread spread = Spread.of(result.voiceToVoice());
    String note =
        String.format(
            Locale.ROOT,
            "%d turns, %d unanswered, %d cut in",
            spread.count(),
            result.unanswered(),
            result.cutIns());
    String load = calls == 1 ? "1 call" : calls + " calls";
    spreadRow(text, "voice to voice at " + load + ", ms", spread, note);
  }

  private static void spreadRow(StringBuilder text, String name, Spread spread, String note) {
    row(text, name, whole(spread.p50()), whole(spread.p95()), whole(spread.max()), note);
  }

  private static void row(
      StringBuilder text, String name, String p50, String p95, String max, String note) {
    text.append(
        String.format(Locale.ROOT, "%-36s%8s%8s%8s  %s", name, p50, p95, max, note)
            .stripTrailing());
    text.append(System.lineSeparator());
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-36s%s%n", name, value));
  }

  private static String whole(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.0f", value);
  }

  private static String number(@Nullable Number value) {
    return switch (value) {
      case null -> "-";
      case Integer whole -> whole.toString();
      default -> String.format(Locale.ROOT, "%.2f", value.doubleValue());
    };
  }
}
