package parley.server.bench.callbacks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// Who picks up the calls of a bench.
public enum Picking {
  /// Nobody: a stand-in for Asterisk counts what would be dialled.
  STAND_IN("at a stand-in"),
  /// A telephone network of Parley's own, behind a real Asterisk.
  OWN("over Asterisk, at our own callee"),
  /// SIPp, which knows nothing of Parley, behind a real Asterisk.
  SIPP("over Asterisk, at SIPp");

  private final String shown;

  Picking(String shown) {
    this.shown = shown;
  }

  String shown() {
    return shown;
  }

  String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// SIPp beside the checkout's Asterisk, or where the machine has its programs.
  static Optional<Path> sipp(Path home) {
    Stream<Path> path =
        Arrays.stream(String.valueOf(System.getenv("PATH")).split(":"))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, "sipp"));
    return Stream.concat(Stream.of(home.resolve(".parley/asterisk/bin/sipp")), path)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// The best that is there: SIPp, else our own.
  static Picking best(Path home) {
    return sipp(home).isPresent() ? SIPP : OWN;
  }
}
