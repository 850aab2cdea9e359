package parley.dialogue.exchange;

import java.nio.file.Path;
import java.util.Optional;

/// The kinds of files that entries come and go in, by their endings.
public enum ExchangeFormat {
  YAML,
  JSON,
  CSV;

  public static Optional<ExchangeFormat> of(Path file) {
    String name = file.toString();
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "yaml", "yml" -> Optional.of(YAML);
      case "json" -> Optional.of(JSON);
      case "csv" -> Optional.of(CSV);
      default -> Optional.empty();
    };
  }
}
