package parley.gateway.outbound;

import java.util.Optional;
import java.util.UUID;
import parley.callback.plan.AttemptOutcome;
import parley.gateway.ami.AmiControl;
import parley.gateway.ami.AmiException;
import parley.gateway.ari.AriClient;
import parley.gateway.ari.AriException;

/// What Asterisk knows of attempts: its channels while one lasts, and what it has noted in AstDB.
/// It outlives the process that asked for the call.
///
/// Thread: any; each method blocks for one or two requests. Errors: [AriException], [AmiException].
final class Witness {
  /// Written by the dialplan.
  private static final String ATTEMPTS = "parley-attempt";

  private static final String OUTCOMES = "parley-outcome";

  private final AriClient ari;
  private final AmiControl ami;

  Witness(AriClient ari, AmiControl ami) {
    this.ari = ari;
    this.ami = ami;
  }

  /// The id of the half that dials. It is there until the attempt's end is noted.
  static String farHalf(UUID attempt) {
    return attempt + "-out";
  }

  /// Whether the attempt has channels now.
  boolean isUnderWay(UUID attempt) {
    return isThere(farHalf(attempt));
  }

  private boolean isThere(String channel) {
    try {
      return !ari.get("/channels/" + channel).isMissingNode();
    } catch (AriException e) {
      if (e.isGone()) {
        return false;
      }
      throw e;
    }
  }

  /// How far the attempt is; empty when it was never dialled.
  Optional<Noted> noted(UUID attempt) {
    return Noted.read(ami.stored(ATTEMPTS, attempt.toString()));
  }

  /// Takes back an attempt that nobody has dialled: from now on Asterisk dials it for nobody.
  ///
  /// @return false when it was dialled after all, by another process, which is to be followed
  boolean withdraw(UUID attempt) {
    if (noted(attempt).isPresent()) {
      return noted(attempt).filter(Noted.Withdrawn.class::isInstance).isPresent();
    }
    ami.store(ATTEMPTS, attempt.toString(), Noted.Withdrawn.TEXT);
    // Who was quicker than the note has its far half, or has put its own note over this one.
    return !isUnderWay(attempt)
        && noted(attempt).filter(Noted.Withdrawn.class::isInstance).isPresent();
  }

  /// Has the talk come to this process should somebody answer from now on; nothing when it is over.
  void bringHere(UUID attempt) {
    try {
      String name = ari.get("/channels/" + attempt).path("name").asText();
      ami.set(name, "PARLEY_APPLICATION", ari.application());
    } catch (AriException e) {
      if (!e.isGone()) {
        throw e;
      }
    } catch (AmiException e) {
      // It may have ended between the two requests.
      if (isThere(attempt.toString())) {
        throw e;
      }
    }
  }

  /// What the talk came to, where one was noted.
  Optional<AttemptOutcome> outcome(UUID attempt) {
    String noted = ami.stored(OUTCOMES, attempt.toString());
    return noted.isEmpty() ? Optional.empty() : Optional.of(AttemptOutcome.valueOf(noted));
  }

  void note(UUID attempt, AttemptOutcome outcome) {
    ami.store(OUTCOMES, attempt.toString(), outcome.name());
  }

  /// Deletes what is noted of an attempt.
  void forget(UUID attempt) {
    ami.forget(OUTCOMES, attempt.toString());
    ami.forget(ATTEMPTS, attempt.toString());
  }
}
