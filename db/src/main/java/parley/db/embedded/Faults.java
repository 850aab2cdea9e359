package parley.db.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What PostgreSQL's own complaints mean for an operator.
final class Faults {

  private static final String FULL = "No space left on device";

  private Faults() {}

  static boolean isFullDisk(IOException fault) {
    return String.valueOf(fault.getMessage()).contains(FULL);
  }

  static String fullDisk(Path folder) {
    return "The disk that holds " + folder + " is full: free some space, then start again.";
  }

  static boolean isPortTaken(String complaint) {
    return complaint.contains("Address already in use")
        || complaint.contains("could not create any TCP/IP sockets");
  }

  /// After a kill of its main process PostgreSQL's children need a moment to notice and end.
  static boolean isStillEnding(String complaint) {
    return complaint.contains("pre-existing shared memory block");
  }

  /// One sentence for why the server did not start.
  static String explain(String complaint, PostgresFolder folder, int port) {
    if (complaint.contains(FULL)) {
      return fullDisk(folder.root());
    }
    if (isPortTaken(complaint)) {
      return "Port %d, set for the embedded PostgreSQL (database.embedded-port), is in use by another program: stop that, or set another port, or 0 for any."
          .formatted(port);
    }
    return "The embedded PostgreSQL did not start (%s): see %s."
        .formatted(reason(complaint), folder.log());
  }

  private static String reason(String complaint) {
    List<String> lines = complaint.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return lines.stream()
        .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("error:"))
        .findFirst()
        .orElse(lines.isEmpty() ? "no reason given" : lines.getLast());
  }
}
