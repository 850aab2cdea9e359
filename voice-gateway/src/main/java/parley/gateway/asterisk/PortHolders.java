package parley.gateway.asterisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Who holds a port, as far as `/proc` tells this user. Thread: any.
public final class PortHolders {

  private static final Path PROC = Path.of("/proc");
  private static final int LISTENING = 0x0A;

  private PortHolders() {}

  /// What kind of port.
  public enum Protocol {
    TCP,
    UDP
  }

  /// `, held by NAME (pid N)`, or nothing when it cannot be seen.
  public static String say(Protocol protocol, int port) {
    return find(protocol, port)
        .map(process -> ", held by %s (pid %d)".formatted(name(process), process.pid()))
        .orElse("");
  }

  static Optional<ProcessHandle> find(Protocol protocol, int port) {
    Long inode = inodes(protocol).get(port);
    OptionalLong pid = inode == null ? OptionalLong.empty() : ownerOf("socket:[" + inode + "]");
    return pid.isPresent() ? ProcessHandle.of(pid.getAsLong()) : Optional.empty();
  }

  /// Local ports in use and the inode of each one's socket.
  static Map<Integer, Long> inodes(Protocol protocol) {
    Map<Integer, Long> inodes = new HashMap<>();
    for (String table :
        protocol == Protocol.TCP ? new String[] {"tcp", "tcp6"} : new String[] {"udp", "udp6"}) {
      try (Stream<String> lines = Files.lines(PROC.resolve("net").resolve(table))) {
        lines.skip(1).forEach(line -> take(line.strip().split("\\s+"), protocol, inodes));
      } catch (IOException unreadable) {
        // no /proc, or no IPv6: then nothing is known
      }
    }
    return inodes;
  }

  /// Columns of /proc/net/tcp: number, local address:port in hexadecimal, remote, state, ...,
  /// inode.
  private static void take(String[] columns, Protocol protocol, Map<Integer, Long> inodes) {
    if (columns.length < 10
        || (protocol == Protocol.TCP && Integer.parseInt(columns[3], 16) != LISTENING)) {
      return;
    }
    String local = columns[1];
    int port = Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), 16);
    inodes.put(port, Long.valueOf(columns[9]));
  }

  private static OptionalLong ownerOf(String socket) {
    return ProcessHandle.allProcesses()
        .mapToLong(ProcessHandle::pid)
        .filter(pid -> holds(pid, socket))
        .findFirst();
  }

  private static boolean holds(long pid, String socket) {
    try (Stream<Path> descriptors = Files.list(PROC.resolve(pid + "/fd"))) {
      return descriptors.anyMatch(descriptor -> target(descriptor).equals(socket));
    } catch (IOException | java.io.UncheckedIOException notOurs) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException gone) {
      return "";
    }
  }

  private static String name(ProcessHandle process) {
    try {
      return Files.readString(PROC.resolve(process.pid() + "/comm")).strip();
    } catch (IOException gone) {
      return "a process";
    }
  }
}
