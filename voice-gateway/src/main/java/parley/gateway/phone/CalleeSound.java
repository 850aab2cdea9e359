package parley.gateway.phone;

import java.net.InetAddress;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// What the talks of a [TestCallee] send and hear with; made with the first talk. Thread: any.
final class CalleeSound implements AutoCloseable {

  private @Nullable FramePacer pacer;
  private @Nullable RtpListener listener;
  private final SecureRandom random = new SecureRandom();

  /// @param hangUp ends the call
  synchronized TakenCall open(InetAddress bind, Runnable hangUp) {
    FramePacer sending = pacer == null ? new FramePacer("callee-rtp-send") : pacer;
    pacer = sending;
    RtpListener receiving = listener == null ? new RtpListener("callee-rtp-receive") : listener;
    listener = receiving;
    Heard heard = new Heard(System.nanoTime());
    return new TakenCall(new RtpSession(bind, sending, receiving, heard), heard, random, hangUp);
  }

  @Override
  public synchronized void close() {
    if (pacer != null) {
      pacer.close();
    }
    if (listener != null) {
      listener.close();
    }
  }
}
