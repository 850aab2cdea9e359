package parley.gateway.phone;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Keeps the phone logged in (RFC 3261 section 10): REGISTER, again at half of its time. Of the
/// signalling thread.
final class Registration implements SipTransport.Handler {

  private static final int EXPIRES_SECONDS = 300;

  private final SipTransport transport;
  private final SignallingThread signalling;
  private final Duration roundTrip;
  private final SipDialog dialog;
  private final Login login;
  private final CompletableFuture<DialResult> first = new CompletableFuture<>();
  private @Nullable ClientTransaction current;
  private SignallingThread.@Nullable Timer refresh;
  private boolean challenged;
  private int expires = EXPIRES_SECONDS;

  Registration(SipTransport transport, SignallingThread signalling, PhoneSettings settings) {
    this.transport = transport;
    this.signalling = signalling;
    roundTrip = settings.roundTrip();
    dialog = new SipDialog(transport.local(), transport.server(), settings.user(), "");
    login = new Login(settings.user(), settings.password());
  }

  /// How the first login ended: [DialResult.Answered], refused, or unreachable.
  CompletableFuture<DialResult> first() {
    return first;
  }

  void start() {
    transport.handle(dialog.callId(), this);
    register();
  }

  private void register() {
    challenged = false;
    send(request());
  }

  private SipMessage.Request request() {
    return dialog.request("REGISTER", "").withHeader("Expires", Integer.toString(expires));
  }

  private void send(SipMessage.Request request) {
    Runnable timedOut = () -> first.complete(new DialResult.Unreachable());
    current = new ClientTransaction(transport, signalling, roundTrip, request, timedOut);
    current.start();
  }

  @Override
  public void message(SipMessage message, InetSocketAddress from) {
    ClientTransaction waiting = current;
    if (message instanceof SipMessage.Response response
        && waiting != null
        && waiting.answeredBy(response)
        && !response.provisional()) {
      waiting.stop();
      answered(response);
    }
  }

  private void answered(SipMessage.Response response) {
    if (Login.challenged(response) && !challenged) {
      challenged = true;
      Optional<SipMessage.Request> again = login.authorize(request(), response);
      if (again.isPresent()) {
        send(again.get());
        return;
      }
    }
    if (response.success()) {
      first.complete(new DialResult.Answered(0));
      if (expires > 0) {
        refresh = signalling.later(this::register, Duration.ofSeconds(expires / 2));
      }
    } else {
      first.complete(new DialResult.Refused(response.status(), response.reason()));
    }
  }

  /// Logs out: a last REGISTER that expires at once, not waited for.
  void stop() {
    if (refresh != null) {
      refresh.cancel();
      expires = 0;
      register();
    }
  }
}
