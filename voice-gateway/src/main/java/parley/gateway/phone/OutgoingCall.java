package parley.gateway.phone;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The signalling of one call from INVITE to its end (RFC 3261 sections 9, 13 to 15). Of the
/// signalling thread.
final class OutgoingCall implements SipTransport.Handler, DialogRequests.Events {

  /// What the call tells the phone.
  interface Events {

    void inviteLeft(long nanos);

    /// Where to send sound: with an early description, with the answer, and when it changes.
    void media(Sdp remote);

    /// Told once.
    void dialled(DialResult result);

    /// Told once, after which nothing more is told.
    void ended(CallEnd end);
  }

  private enum State {
    CALLING,
    CANCELLING,
    TALKING,
    HANGING_UP,
    OVER
  }

  private final SipTransport transport;
  private final SignallingThread signalling;
  private final PhoneSettings settings;
  private final SipDialog dialog;
  private final InetSocketAddress rtp;
  private final Events events;
  private final Login login;
  private final DialogRequests requests;

  /// The ACK of each final response by its CSeq number, sent again when the response is.
  private final Map<Long, SipMessage.Request> acknowledgements = new HashMap<>();

  private State state = State.CALLING;
  private DialResult whyCancelled = new DialResult.Cancelled();
  private ClientTransaction invite;
  private boolean challenged;
  private boolean cancelSent;
  private long inviteNanos;
  private @Nullable ClientTransaction last;
  private SignallingThread.@Nullable Timer ringing;

  OutgoingCall(
      SipTransport transport,
      SignallingThread signalling,
      PhoneSettings settings,
      SipDialog dialog,
      InetSocketAddress rtp,
      Events events) {
    this.transport = transport;
    this.signalling = signalling;
    this.settings = settings;
    this.dialog = dialog;
    this.rtp = rtp;
    this.events = events;
    login = new Login(settings.user(), settings.password());
    requests = new DialogRequests(transport, signalling, settings.roundTrip(), dialog, rtp, this);
    invite = transaction(invitation(), this::nobodyThere);
  }

  private SipMessage.Request invitation() {
    Sdp offer = Sdp.ours(rtp, Sdp.Direction.SENDRECV);
    return dialog.request("INVITE", offer.text(rtp.getPort(), 1));
  }

  private ClientTransaction transaction(SipMessage.Request request, Runnable timedOut) {
    return new ClientTransaction(transport, signalling, settings.roundTrip(), request, timedOut);
  }

  void start() {
    if (state == State.OVER) {
      return;
    }
    transport.handle(dialog.callId(), this);
    inviteNanos = System.nanoTime();
    invite.start();
    events.inviteLeft(inviteNanos);
    ringing = later(this::notAnswered, settings.ringing());
  }

  /// Ends the call: before the answer by CANCEL, after it by BYE.
  void hangUp() {
    switch (state) {
      case CALLING -> cancel();
      case TALKING -> sayGoodbye();
      case CANCELLING, HANGING_UP, OVER -> {}
    }
  }

  private void notAnswered() {
    if (state == State.CALLING) {
      whyCancelled = new DialResult.NotAnswered();
      cancel();
    }
  }

  private void cancel() {
    state = State.CANCELLING;
    sendCancel();
    // RFC 3261 section 9.1: a CANCEL that leads to nothing within 64 T1 has ended the call too.
    ringing = later(() -> over(whyCancelled), settings.roundTrip().multipliedBy(64));
  }

  /// A CANCEL may leave only after something has answered the INVITE.
  private void sendCancel() {
    if (invite.isProceeding() && !cancelSent) {
      cancelSent = true;
      last = transaction(SipDialog.cancel(invite.request()), () -> over(whyCancelled));
      last.start();
    }
  }

  private void sayGoodbye() {
    state = State.HANGING_UP;
    last = transaction(dialog.request("BYE", ""), () -> ended(CallEnd.HERE));
    last.start();
  }

  private void nobodyThere() {
    over(state == State.CANCELLING ? whyCancelled : new DialResult.Unreachable());
  }

  @Override
  public void message(SipMessage message, InetSocketAddress from) {
    switch (message) {
      case SipMessage.Request request -> requests.request(request, from);
      case SipMessage.Response response -> response(response);
    }
  }

  private void response(SipMessage.Response response) {
    if (invite.answeredBy(response)) {
      invitationAnswered(response);
    } else if (last != null && last.answeredBy(response)) {
      lastAnswered(last, response);
    } else if (response.sequenceMethod().equals("INVITE") && !response.provisional()) {
      SipMessage.Request acknowledgement = acknowledgements.get(response.sequence());
      if (acknowledgement != null) {
        transport.send(acknowledgement);
      }
    }
  }

  private void invitationAnswered(SipMessage.Response response) {
    if (response.provisional()) {
      invite.provisional();
      if (state == State.CANCELLING) {
        sendCancel();
      } else if (!response.body().isBlank()) {
        events.media(Sdp.parse(response.body()));
      }
      return;
    }
    invite.stop();
    if (response.success()) {
      answered(response);
    } else {
      acknowledge(SipDialog.acknowledgeRefusal(invite.request(), response));
      refused(response);
    }
  }

  private void answered(SipMessage.Response answer) {
    dialog.confirm(answer);
    acknowledge(dialog.acknowledge(invite.request()));
    stopRinging();
    if (state == State.CANCELLING) {
      events.dialled(whyCancelled);
      sayGoodbye();
      return;
    }
    state = State.TALKING;
    try {
      events.media(Sdp.parse(answer.body()));
    } catch (SipFormatException e) {
      events.dialled(new DialResult.Refused(488, "The answer held no sound that is known here"));
      sayGoodbye();
      return;
    }
    events.dialled(new DialResult.Answered(System.nanoTime() - inviteNanos));
  }

  private void refused(SipMessage.Response refusal) {
    if (Login.challenged(refusal) && !challenged && state == State.CALLING) {
      challenged = true;
      var again = login.authorize(invitation(), refusal);
      if (again.isPresent()) {
        invite = transaction(again.get(), this::nobodyThere);
        invite.start();
        return;
      }
    }
    over(
        state == State.CANCELLING
            ? whyCancelled
            : new DialResult.Refused(refusal.status(), refusal.reason()));
  }

  private void acknowledge(SipMessage.Request acknowledgement) {
    acknowledgements.put(acknowledgement.sequence(), acknowledgement);
    transport.send(acknowledgement);
  }

  private void lastAnswered(ClientTransaction transaction, SipMessage.Response response) {
    if (response.provisional()) {
      transaction.provisional();
      return;
    }
    transaction.stop();
    if (state == State.HANGING_UP) {
      ended(CallEnd.HERE);
    }
  }

  @Override
  public void media(Sdp remote) {
    events.media(remote);
  }

  @Override
  public void hungUp() {
    ended(state == State.HANGING_UP ? CallEnd.HERE : CallEnd.THERE);
  }

  private void over(DialResult result) {
    if (state != State.OVER) {
      events.dialled(result);
      ended(CallEnd.NEVER_ANSWERED);
    }
  }

  private void ended(CallEnd end) {
    if (state == State.OVER) {
      return;
    }
    state = State.OVER;
    stopRinging();
    invite.stop();
    if (last != null) {
      last.stop();
    }
    requests.stop();
    events.ended(end);
    // Late retransmissions of final responses are still acknowledged for a while.
    var _ = later(() -> transport.forget(dialog.callId()), settings.roundTrip().multipliedBy(64));
  }

  private void stopRinging() {
    if (ringing != null) {
      ringing.cancel();
    }
  }

  private SignallingThread.Timer later(Runnable what, Duration when) {
    return signalling.later(what, when);
  }
}
