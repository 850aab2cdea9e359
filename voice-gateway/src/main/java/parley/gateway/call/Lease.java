package parley.gateway.call;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells Asterisk every so often that the call is in good hands: when that stops, the dialplan
/// takes the caller.
///
/// Thread: the call's own.
final class Lease {
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
  private static final long EVERY_MS = 5_000;

  /// After so many renewals that failed the dialplan has the caller.
  private static final int LASTS = 3;

  private final CallLine line;
  private final Ending ending;
  private long renewedMs;
  private int missed;

  Lease(CallLine line, Ending ending) {
    this.line = line;
    this.ending = ending;
  }

  /// Renews it when it is time. One renewal that fails is made up for by the next, until the lease
  /// has run out.
  void keep(long nowMs) {
    if (nowMs - renewedMs < EVERY_MS) {
      return;
    }
    renewedMs = nowMs;
    try {
      line.renewLease();
      missed = 0;
    } catch (LineException e) {
      if (e.isGone()) {
        ending.callerGone(0, "gone without a word from Asterisk");
      } else {
        LOG.warn("Asterisk was not told that this call lives: {}", e.getMessage());
        if (++missed == LASTS) {
          ending.fail(e);
        }
      }
    }
  }
}
