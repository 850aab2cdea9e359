package parley.server.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.config.Settings;

/// The machine: Java, Maven, folders, disk.
final class MachineChecks {

  private static final int JAVA_NEEDED = 25;
  private static final int TESTED_CORES = 2;
  private static final long LITTLE_SPACE = 2_000_000_000L;
  private static final long NO_SPACE = 200_000_000L;

  private MachineChecks() {}

  static List<Finding> java() {
    List<Finding> findings = new ArrayList<>();
    int version = Runtime.version().feature();
    String text = "%s in %s".formatted(Runtime.version(), System.getProperty("java.home"));
    findings.add(
        version >= JAVA_NEEDED
            ? Finding.ok("Java", text)
            : Finding.fail("Java", text, "install a JDK 25, such as Eclipse Temurin 25"));
    int cores = Runtime.getRuntime().availableProcessors();
    long memoryMb = Runtime.getRuntime().maxMemory() / 1_000_000;
    findings.add(
        cores >= TESTED_CORES
            ? Finding.ok("processor", cores + " cores, heap of this command " + memoryMb + " MB")
            : Finding.warn(
                "processor", cores + " core", "lower calls.at-once; two cores carry 20 calls"));
    return findings;
  }

  static List<Finding> maven() {
    Optional<Path> maven =
        Optional.ofNullable(System.getenv("PATH")).stream()
            .flatMap(path -> Stream.of(path.split(":")))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder).resolve("mvn"))
            .filter(Files::isExecutable)
            .findFirst();
    return List.of(
        maven
            .map(program -> Finding.ok("Maven", program.toString()))
            .orElseGet(() ->
                Finding.warn("Maven", "not found; needed only to build", "apt-get install maven")));
  }

  static List<Finding> state(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    Path state = settings.state();
    Path existing = state;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    findings.add(
        Files.isDirectory(existing) && Files.isWritable(existing)
            ? Finding.ok("state folder", state.toString())
            : Finding.fail(
                "state folder",
                existing + " cannot be written by " + System.getProperty("user.name"),
                "make it writable, or choose another with the setting state"));
    findings.add(space(existing));
    secrets(state).ifPresent(findings::add);
    return findings;
  }

  private static Finding space(Path folder) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      String text = free / 1_000_000 + " MB free for " + folder;
      String remedy =
          "free some, or move the state folder; a recorded hour of calls takes about 60 MB";
      return free < NO_SPACE
          ? Finding.fail("disk", text, remedy)
          : free < LITTLE_SPACE ? Finding.warn("disk", text, remedy) : Finding.ok("disk", text);
    } catch (IOException unknown) {
      return Finding.warn("disk", "free space cannot be read", "check it with df");
    }
  }

  private static Optional<Finding> secrets(Path state) {
    Path folder = state.resolve("secrets");
    try {
      if (!Files.isDirectory(folder)) {
        return Optional.empty();
      }
      boolean open =
          Files.getPosixFilePermissions(folder).stream()
              .anyMatch(permission -> !permission.name().startsWith("OWNER"));
      return Optional.of(
          open
              ? Finding.fail("secrets", folder + " can be read by others", "chmod 700 " + folder)
              : Finding.ok("secrets", folder + " is private"));
    } catch (IOException | UnsupportedOperationException unknown) {
      return Optional.of(
          Finding.warn(
              "secrets", folder + " cannot be checked", "see that only Parley's user can read it"));
    }
  }
}
