package parley.gateway.outbound;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import parley.callback.plan.AttemptOutcome;
import parley.gateway.ari.AriClient;
import parley.gateway.ari.AriException;

/// What Asterisk knows of attempts: its channels while one lasts, and what it has noted in AstDB.
/// It outlives the process that asked for the call.
///
/// Thread: any; each method blocks for one request. Errors: [AriException].
final class Witness {
  private final AriClient ari;

  Witness(AriClient ari) {
    this.ari = ari;
  }

  /// The id of the half that dials. It is there until the attempt's end is noted.
  static String farHalf(UUID attempt) {
    return attempt + "-out";
  }

  /// Whether the attempt has channels now.
  boolean isUnderWay(UUID attempt) {
    try {
      return !ari.get("/channels/" + farHalf(attempt)).isMissingNode();
    } catch (AriException e) {
      if (e.isGone()) {
        return false;
      }
      throw e;
    }
  }

  /// How far the attempt is; empty when it was never dialled.
  Optional<Noted> noted(UUID attempt) {
    return Noted.read(read("parley-attempt", attempt));
  }

  /// What the talk came to, where one was noted.
  Optional<AttemptOutcome> outcome(UUID attempt) {
    String noted = read("parley-outcome", attempt);
    return noted.isEmpty() ? Optional.empty() : Optional.of(AttemptOutcome.valueOf(noted));
  }

  void note(UUID attempt, AttemptOutcome outcome) {
    ari.post(
        "/asterisk/variable",
        Map.of("variable", key("parley-outcome", attempt), "value", outcome.name()));
  }

  private String read(String family, UUID attempt) {
    return ari.get("/asterisk/variable", Map.of("variable", key(family, attempt)))
        .path("value")
        .asText();
  }

  private static String key(String family, UUID attempt) {
    return "DB(%s/%s)".formatted(family, attempt);
  }
}
