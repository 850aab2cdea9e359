package parley.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/// The resident memory of a process, as Linux counts it.
public final class ProcessMemory {

  private ProcessMemory() {}

  /// In MB of 10^6 bytes; empty when there is no such process or no `/proc`.
  public static OptionalDouble residentMb(long pid) {
    try {
      return residentMb(Files.readString(Path.of("/proc/" + pid + "/status")));
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  static OptionalDouble residentMb(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .filter(digits -> !digits.isEmpty())
        .mapToDouble(digits -> Double.parseDouble(digits) * 1_024 / 1e6)
        .findFirst();
  }
}
