package parley.gateway.phone;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One request on its way over UDP: sent again (RFC 3261 section 17.1: timers A and E) until
/// something answers, given up after 64 T1 (timers B and F). Of the signalling thread.
final class ClientTransaction {

  private static final Duration T2 = Duration.ofSeconds(4);
  private static final int LIFETIME_T1 = 64;

  private final SipTransport transport;
  private final SignallingThread signalling;
  private final Duration roundTrip;
  private final SipMessage.Request request;
  private final Runnable timedOut;
  private Duration interval;
  private boolean proceeding;
  private boolean over;
  private SignallingThread.@Nullable Timer resend;
  private SignallingThread.@Nullable Timer giveUp;

  ClientTransaction(
      SipTransport transport,
      SignallingThread signalling,
      Duration roundTrip,
      SipMessage.Request request,
      Runnable timedOut) {
    this.transport = transport;
    this.signalling = signalling;
    this.roundTrip = roundTrip;
    this.request = request;
    this.timedOut = timedOut;
    interval = roundTrip;
  }

  SipMessage.Request request() {
    return request;
  }

  void start() {
    transport.send(request);
    resend = later(this::sendAgain, interval);
    giveUp = later(this::giveUp, roundTrip.multipliedBy(LIFETIME_T1));
  }

  boolean answeredBy(SipMessage.Response response) {
    return !over
        && response.branch().equals(request.branch())
        && response.sequenceMethod().equals(request.method());
  }

  /// Something is there. An INVITE is not sent again after that, and may now take its time; other
  /// requests are sent again, but seldom.
  void provisional() {
    proceeding = true;
    if (request.method().equals("INVITE")) {
      stop();
      over = false;
    } else {
      interval = T2;
    }
  }

  boolean isProceeding() {
    return proceeding;
  }

  /// A final response came, or nobody is interested any more.
  void stop() {
    over = true;
    if (resend != null) {
      resend.cancel();
    }
    if (giveUp != null) {
      giveUp.cancel();
    }
  }

  private void sendAgain() {
    if (over) {
      return;
    }
    transport.send(request);
    interval = interval.multipliedBy(2);
    if (!request.method().equals("INVITE") && interval.compareTo(T2) > 0) {
      interval = T2;
    }
    resend = later(this::sendAgain, interval);
  }

  private void giveUp() {
    if (!over) {
      stop();
      timedOut.run();
    }
  }

  private SignallingThread.Timer later(Runnable what, Duration when) {
    return signalling.later(what, when);
  }
}
