package parley.gateway.phone;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Answers what the other side asks during a call: new media descriptions (hold, moved streams),
/// questions whether we live, the hang-up. Of the signalling thread.
final class DialogRequests {

  /// What the call has to do about a request.
  interface Events {

    /// The other side described its media anew.
    void media(Sdp remote);

    void hungUp();
  }

  private static final Duration T2 = Duration.ofSeconds(4);
  private static final int LIFETIME_T1 = 64;

  private final SipTransport transport;
  private final SignallingThread signalling;
  private final Duration roundTrip;
  private final SipDialog dialog;
  private final InetSocketAddress rtp;
  private final Events events;
  private long highest = -1;
  private SipMessage.@Nullable Response lastAnswer;
  private SignallingThread.@Nullable Timer resend;
  private int sdpVersion = 1;

  DialogRequests(
      SipTransport transport,
      SignallingThread signalling,
      Duration roundTrip,
      SipDialog dialog,
      InetSocketAddress rtp,
      Events events) {
    this.transport = transport;
    this.signalling = signalling;
    this.roundTrip = roundTrip;
    this.dialog = dialog;
    this.rtp = rtp;
    this.events = events;
  }

  void request(SipMessage.Request request, InetSocketAddress from) {
    if (request.method().equals("ACK")) {
      stop();
    } else if (!dialog.owns(request)) {
      transport.send(SipDialog.plainAnswer(request, 481, "Call/Transaction Does Not Exist"), from);
    } else if (request.sequence() == highest && lastAnswer != null) {
      transport.send(lastAnswer, from);
    } else if (request.sequence() < highest) {
      transport.send(dialog.answer(request, 500, "Out of Order", ""), from);
    } else {
      highest = request.sequence();
      fresh(request, from);
    }
  }

  private void fresh(SipMessage.Request request, InetSocketAddress from) {
    switch (request.method()) {
      case "BYE" -> {
        answer(dialog.answer(request, 200, "OK", ""), from);
        events.hungUp();
      }
      case "INVITE" -> answerUntilAcknowledged(describe(request), from);
      case "UPDATE" -> answer(describe(request), from);
      case "OPTIONS", "INFO", "NOTIFY", "MESSAGE" ->
          answer(dialog.answer(request, 200, "OK", ""), from);
      default -> answer(dialog.answer(request, 501, "Not Implemented", ""), from);
    }
  }

  /// Accepts a new description, or offers ours again where the request holds none.
  private SipMessage.Response describe(SipMessage.Request request) {
    if (request.body().isBlank() && request.method().equals("UPDATE")) {
      return dialog.answer(request, 200, "OK", "");
    }
    Sdp ours = Sdp.ours(rtp, Sdp.Direction.SENDRECV);
    if (!request.body().isBlank()) {
      Sdp remote;
      try {
        remote = Sdp.parse(request.body());
      } catch (SipFormatException e) {
        return dialog.answer(request, 488, "Not Acceptable Here", "");
      }
      ours = remote.answeredBy(rtp);
      events.media(remote);
    }
    sdpVersion++;
    return dialog.answer(request, 200, "OK", ours.text(rtp.getPort(), sdpVersion));
  }

  private void answer(SipMessage.Response answer, InetSocketAddress to) {
    lastAnswer = answer;
    transport.send(answer, to);
  }

  private void answerUntilAcknowledged(SipMessage.Response answer, InetSocketAddress to) {
    answer(answer, to);
    stop();
    later(answer, to, roundTrip, roundTrip);
  }

  private void later(
      SipMessage.Response answer, InetSocketAddress to, Duration interval, Duration waited) {
    if (waited.compareTo(roundTrip.multipliedBy(LIFETIME_T1)) > 0) {
      return;
    }
    Duration doubled = interval.multipliedBy(2);
    Duration next = doubled.compareTo(T2) > 0 ? T2 : doubled;
    resend =
        signalling.later(
            () -> {
              transport.send(answer, to);
              later(answer, to, next, waited.plus(next));
            },
            interval);
  }

  /// Stops sending an answer again.
  void stop() {
    if (resend != null) {
      resend.cancel();
    }
  }
}
