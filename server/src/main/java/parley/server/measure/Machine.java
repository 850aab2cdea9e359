package parley.server.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the numbers were measured on.
///
/// @param loadAverage of the last minute, before the bench began
public record Machine(
    String processor, int cores, long memoryMb, double loadAverage, String system) {

  public static Machine here() {
    return new Machine(
        field("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        number(field("/proc/meminfo", "MemTotal")) * 1_024 / 1_000_000,
        load(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"));
  }

  /// For a JSON report.
  public void writeTo(ObjectNode node) {
    node.put("processor", processor)
        .put("cores", cores)
        .put("memory_mb", memoryMb)
        .put("system", system)
        .put("load_average", loadAverage);
  }

  private static String field(String file, String name) {
    return text(file)
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static long number(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static double load() {
    String text = text("/proc/loadavg");
    return text.isEmpty() ? 0 : Double.parseDouble(text.split(" ")[0]);
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      return "";
    }
  }
}
