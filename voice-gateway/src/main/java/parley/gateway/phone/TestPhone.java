package parley.gateway.phone;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A telephone that calls Parley through Asterisk over SIP and RTP and measures what a caller
/// hears. It has one thread for signalling, one that sends the sound of all its calls and one that
/// receives it. Thread: any.
public final class TestPhone implements AutoCloseable {

  private final SignallingThread signalling = new SignallingThread();
  private final SipTransport transport;
  private final FramePacer pacer;
  private final RtpListener listener;
  private final PhoneSettings settings;
  private final PhoneCall.Parts parts;
  private final Set<PhoneCall> calls = ConcurrentHashMap.newKeySet();
  private @Nullable Registration registration;

  /// Opens the phone's SIP port; an [java.io.UncheckedIOException] says that it could not.
  public TestPhone(PhoneSettings settings) {
    this.settings = settings;
    try {
      transport = new SipTransport(settings.server(), settings.bind(), signalling);
    } catch (RuntimeException e) {
      signalling.close();
      throw e;
    }
    pacer = new FramePacer("phone-rtp-send");
    listener = new RtpListener("phone-rtp-receive");
    parts =
        new PhoneCall.Parts(settings, transport, signalling, pacer, listener, new SecureRandom());
  }

  /// Logs in and stays logged in. Not needed where Asterisk knows the phone by its address.
  public DialResult register() throws InterruptedException {
    Registration login = new Registration(transport, signalling, settings);
    registration = login;
    signalling.execute(login::start);
    try {
      Duration atMost = settings.roundTrip().multipliedBy(66);
      return login.first().get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return new DialResult.Unreachable();
    }
  }

  /// Dials; the call tells how that ends. It is closed with the phone at the latest.
  public PhoneCall dial(String extension) {
    if (!extension.matches("[A-Za-z0-9*#+_-]{1,64}")) {
      throw new IllegalArgumentException(
          "An extension is up to 64 digits, letters or *#+-_, such as 100");
    }
    PhoneCall call = new PhoneCall(parts, extension.replace("#", "%23"));
    calls.add(call);
    call.whenEnded(() -> calls.remove(call));
    call.start();
    return call;
  }

  public InetSocketAddress sipAddress() {
    return transport.local();
  }

  /// Datagrams at the SIP port that were not SIP.
  public long malformedDatagrams() {
    return transport.malformed();
  }

  /// Hangs up every call, logs out and closes all sockets and threads.
  @Override
  public void close() {
    for (PhoneCall call : calls) {
      var _ = call.hangUp();
    }
    calls.forEach(PhoneCall::close);
    Registration login = registration;
    if (login != null) {
      signalling.execute(login::stop);
    }
    signalling.close();
    transport.close();
    pacer.close();
    listener.close();
  }
}
